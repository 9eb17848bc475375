import { describe, expect, test } from 'vitest'
import { composeAnswer, composeConversation, composeNoAnswer } from '../../../src/core/answer/compose.ts'
import { type Quote, quoteFrom } from '../../../src/core/answer/quote.ts'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { disclaimers, messages, notices } from '../../../src/core/safety/catalogue.ts'
import type { Passage, Source } from '../../../src/core/source.ts'

const NOW = new Date('2026-06-01')
const file = (id: string, ...matter: string[]) => ({
  id,
  markdown: `---\n${[`title: The ${id} one`, ...matter].join('\n')}\n---\n\nWords of ${id}. More of them.\n`,
})
const corpus = buildCorpus([
  file('fresh', "published: '2025-01'", 'publisher: Example Press', 'url: https://example.org/fresh'),
  file('old', "published: '2004-12'"),
  file('revised', "published: '2004-12'", "lastRevised: '2025-06'"),
  file('case', "published: '2025'", 'publicationType: case-report'),
  file('old-case', "published: '2016'", 'publicationType: case-report'),
  file('undated'),
])
const sources = new Map(corpus.sources.map((source) => [source.id, source]))

/** The first (or another) sentence of a source. */
function quote(id: string, at = 0): Quote {
  const passage = corpus.passages.find(({ sourceId }) => sourceId === id) as Passage
  return quoteFrom(sources.get(id) as Source, passage, passage.sentences[at] as Passage, 0.9 - at / 10)
}

const found = (quotes: Quote[], disagree = false) => ({
  searched: 'Which one?',
  quotes,
  disagree,
  suggestions: ['Is there another one?'],
  cautions: [],
})
const answer = (...quotes: Quote[]) => composeAnswer(found(quotes), sources, NOW)

describe('every reply has both disclaimers', () => {
  const both = [disclaimers.information, disclaimers.unattended].map(({ id, version, text }) => ({ id, version, text }))

  test.each([
    ['answered', answer(quote('fresh'))],
    ['no_answer', composeNoAnswer('Which one?', [])],
    ['conversation', composeConversation(messages.greeting, [])],
  ])('%s', (status, reply) => {
    expect(reply.status).toBe(status)
    expect(reply.disclaimers).toEqual(both)
  })
})

describe('notices come exactly when they are due', () => {
  test.each([
    ['a fresh source', ['fresh'], []],
    ['an old source', ['old'], ['source_age']],
    ['an old source that was revised', ['revised'], []],
    ['a source without a date', ['undated'], []],
    ['a fresh case report', ['case'], ['case_report']],
    ['an old case report', ['old-case'], ['source_age', 'case_report']],
    ['an old source that is not the best', ['fresh', 'old'], ['source_age']],
    ['two old sources', ['old', 'old-case'], ['source_age', 'case_report']],
    ['an old source and a fresh case report', ['old', 'case'], ['source_age', 'case_report']],
  ])('%s', (_, ids, kinds) => {
    expect(answer(...ids.map((id) => quote(id))).notices.map(({ kind }) => kind)).toEqual(kinds)
  })

  test('in the words of the catalogue', () => {
    const [age, report] = answer(quote('old-case')).notices
    expect(age).toMatchObject({ id: notices.sourceAge.id, version: notices.sourceAge.version, severity: 'info' })
    expect(age?.text).toBe(notices.sourceAge.text)
    expect(report?.text).toBe(notices.caseReport.text)
    expect(report?.actions).toEqual([])
  })

  test('and a source grows old while the program runs', () => {
    const kinds = (now: string) =>
      composeAnswer(found([quote('fresh')]), sources, new Date(now)).notices.map(({ kind }) => kind)
    expect(kinds('2029-12-31')).toEqual([])
    expect(kinds('2030-01-02')).toEqual(['source_age'])
  })

  test('never without a quote', () => {
    expect(composeNoAnswer('Which one?', []).notices).toEqual([])
    expect(composeConversation(messages.thanks, []).notices).toEqual([])
  })
})

describe('an answer', () => {
  test('has the quotes as they are given, the question and the suggestions', () => {
    const quotes = [quote('old'), quote('fresh')]
    const reply = answer(...quotes)
    expect(reply.quotes).toEqual(quotes)
    expect(reply.searched).toBe('Which one?')
    expect(reply.message).toBe(messages.answered.text)
    expect(reply.suggestions).toEqual(['Is there another one?'])
  })

  test('cites each source once, in the order of their first quotes', () => {
    const reply = answer(quote('old'), quote('fresh'), quote('old', 1), quote('case'))
    expect(reply.sources.map(({ id }) => id)).toEqual(['old', 'fresh', 'case'])
  })

  test('tells of a source what its front matter tells, and where to read it', () => {
    expect(answer(quote('fresh')).sources).toEqual([
      {
        id: 'fresh',
        title: 'The fresh one',
        authors: [],
        publisher: 'Example Press',
        published: '2025-01',
        lastRevised: null,
        url: 'https://example.org/fresh',
        doi: null,
        licence: null,
        audience: null,
        language: 'en',
        readerUrl: '/sources/fresh',
      },
    ])
  })
})

test('a reply without an answer quotes and cites nothing, but suggests', () => {
  const reply = composeNoAnswer('Which one?', ['Is there another one?'])
  expect(reply).toMatchObject({
    searched: 'Which one?',
    quotes: [],
    sources: [],
    suggestions: ['Is there another one?'],
  })
  expect(reply.message).toBe(messages.noAnswer.text)
})

test('small talk gets its reply, and nothing was searched', () => {
  const reply = composeConversation(messages.capabilities, ['Is there another one?'])
  expect(reply).toMatchObject({ searched: null, quotes: [], sources: [], suggestions: ['Is there another one?'] })
  expect(reply.message).toBe(messages.capabilities.text)
})

test('sources that give different figures are said to', () => {
  const { notices } = composeAnswer(found([quote('fresh')], true), sources, NOW)
  expect(notices.map(({ kind }) => kind)).toEqual(['sources_differ'])
})
