import { describe, expect, test } from 'vitest'
import { createGlossary } from '../../../src/core/answer/glossary.ts'
import { quoteFrom } from '../../../src/core/answer/quote.ts'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'

const source = (id: string, audience: string, body: string, yaml: string) => ({
  id,
  markdown: `---\ntitle: ${id}\naudience: ${audience}\n---\n\n${body}\n`,
  glossary: { yaml, file: `${id}.glossary.yaml` },
})
const corpus = buildCorpus([
  source(
    'a-study',
    'clinician',
    'Metastasis is spread, in a clinician’s words. An ulna is a bone.',
    '- {term: metastasis, forms: [metastases], quote: "Metastasis is spread, in a clinician’s words."}\n- {term: ulna, quote: An ulna is a bone.}',
  ),
  source(
    'leaflet',
    'patient',
    'Metastasis is when it has spread. Biopsy is taking a piece. Ulna and METASTASES were seen after a biopsy.',
    '- {term: metastasis, forms: [spread], quote: Metastasis is when it has spread.}\n- {term: biopsy, quote: Biopsy is taking a piece.}',
  ),
])
const glossary = createGlossary(corpus)

function quote(words: string) {
  for (const one of corpus.sources) {
    const start = one.text.indexOf(words)
    const passage = corpus.passages.find(({ sourceId }) => sourceId === one.id)
    if (start >= 0 && passage) return quoteFrom(one, passage, { start, end: start + words.length }, 0.5)
  }
  throw new Error(`Nothing says ${words}`)
}
const told = (words: string) => glossary.explain([quote(words)]).map(({ term, quote: { text } }) => [term, text])

test('terms come by the alphabet, of one term the patients’ source first, each as its source says', () => {
  expect(glossary.terms.map(({ term, source: { id } }) => [term, id])).toEqual([
    ['biopsy', 'leaflet'],
    ['metastasis', 'leaflet'],
    ['metastasis', 'a-study'],
    ['ulna', 'a-study'],
  ])
  for (const { quote: one } of glossary.terms) {
    const { text } = corpus.sources.find(({ id }) => id === one.sourceId) ?? { text: '' }
    expect(one.text).toBe(text.slice(one.start, one.end))
  }
})

test('a corpus without glossary has no terms', () => {
  const empty = createGlossary(buildCorpus([{ id: 'a', markdown: '---\ntitle: A\n---\n\nMetastasis.' }]))
  expect(empty.terms).toEqual([])
  expect(empty.explain([quote('Metastasis is when it has spread.')])).toEqual([])
})

describe('of the words in a quote', () => {
  test('those that a source explains are told once each, in the order of the quote', () => {
    expect(told('Ulna and METASTASES were seen after a biopsy.')).toEqual([
      ['ulna', 'An ulna is a bone.'],
      ['metastasis', 'Metastasis is spread, in a clinician’s words.'],
      ['biopsy', 'Biopsy is taking a piece.'],
    ])
  })

  test('a form that two sources have leads to the patients’ one', () => {
    expect(told('Metastasis is spread, in a clinician’s words.')).toEqual([
      ['metastasis', 'Metastasis is when it has spread.'],
    ])
  })

  test('an explanation that is shown already is not told again', () => {
    expect(told('Metastasis is when it has spread. Biopsy is taking a piece.')).toEqual([])
  })
})
