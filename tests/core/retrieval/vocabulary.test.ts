import { expect, test } from 'vitest'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { toRows } from '../../../src/core/retrieval/corpus-rows.ts'
import { createVocabulary } from '../../../src/core/retrieval/vocabulary.ts'

const corpus = buildCorpus(
  [
    {
      id: 'leaflet',
      markdown: '---\ntitle: Rare tumours\n---\n\nTumors spread. Tumors grow again.\n',
      questions: { file: 'leaflet.questions.yaml', yaml: '- quote: Tumors spread.\n  questions: [Does it wander?]\n' },
    },
  ],
  { file: 'unanswered.yaml', yaml: '- topic: drugs\n  questions: [Is pazopanib a cure?]\n' },
)
const { counts, knows } = createVocabulary(toRows(corpus))

test('counts words of texts, titles and reader questions', () => {
  expect([counts.get('tumors'), counts.get('tumours'), counts.get('wander'), counts.get('grow')]).toEqual([2, 2, 1, 1])
})

test('knows a term in any of its forms', () => {
  expect([knows('tumor'), knows('wander'), knows('zebra')]).toEqual([true, true, false])
})

test('the words of unanswered questions are none of the sources', () => {
  expect(counts.has('pazopanib')).toBe(false)
  expect(knows('pazopanib')).toBe(false)
})
