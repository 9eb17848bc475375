import { describe, expect, test } from 'vitest'
import { putNewestFirst } from '../../../src/core/answer/disagreement.ts'
import { quoteFrom } from '../../../src/core/answer/quote.ts'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import type { Passage, Source } from '../../../src/core/source.ts'

const corpus = buildCorpus(
  [
    ['old', 'published: 2004', 'The 5-year survival rate for the tumor was 54 percent after surgery.'],
    ['new', 'published: 2015', 'In a later study the 5-year survival rate for the tumor was 70% after surgery.'],
    ['revised', 'published: 2001\nlastRevised: 2022', 'The 5-year survival rate for the tumor was 60% with surgery.'],
    ['undated', 'language: en', 'The 5-year survival rate for the tumor was 50% with surgery.'],
    ['place', 'published: 2020', 'About 33% of the tumors arise in soft tissue.'],
    ['words', 'published: 2020', 'The 5-year survival rate for the tumor after surgery is not known.'],
    [
      'mayo',
      'published: 2004',
      'At the Mayo Clinic 54 percent were alive: the 5-year survival rate for the tumor after surgery.',
    ],
  ].map(([id = '', date, text]) => ({ id, markdown: `---\ntitle: Leaflet\n${date}\n---\n\n${text}\n` })),
)
const sources = new Map(corpus.sources.map((source) => [source.id, source]))
const quote = (id: string) => {
  const passage = corpus.passages.find(({ sourceId }) => sourceId === id) as Passage
  return quoteFrom(sources.get(id) as Source, passage, passage, 0.5)
}
const QUESTION = 'What is the 5-year survival rate?'
const order = (question: string, ...ids: string[]) => {
  const { quotes, disagree } = putNewestFirst(ids.map(quote), question, sources)
  return [quotes.map(({ sourceId }) => sourceId).join(' '), disagree]
}

describe('of figures that differ, the newest comes first', () => {
  test('by the date of publication', () => {
    expect(order(QUESTION, 'old', 'new')).toEqual(['new old', true])
    expect(order(QUESTION, 'new', 'old')).toEqual(['new old', true])
  })
  test('by that of the last revision where there is one', () => {
    expect(order(QUESTION, 'new', 'revised')).toEqual(['revised new', true])
  })
  test('a source without a date comes last', () => {
    expect(order(QUESTION, 'undated', 'old')).toEqual(['old undated', true])
  })
  test('before a quote that tells something else', () => {
    expect(order(QUESTION, 'old', 'place', 'new')).toEqual(['new old place', true])
  })
})

describe('the order stays', () => {
  test('where the other quote tells a figure of something else', () => {
    expect(order(QUESTION, 'old', 'place')).toEqual(['old place', false])
  })
  test('where the other quote has no figure', () => {
    expect(order(QUESTION, 'old', 'words')).toEqual(['old words', false])
  })
  test('where the question names what only the first quote is about', () => {
    expect(order('5-year survival rate at the Mayo Clinic', 'mayo', 'new')).toEqual(['mayo new', false])
    expect(order(QUESTION, 'mayo', 'new')).toEqual(['new mayo', true])
  })
  test('where there is one quote, or none', () => {
    expect(order(QUESTION, 'old')).toEqual(['old', false])
    expect(order(QUESTION)).toEqual(['', false])
  })
})
