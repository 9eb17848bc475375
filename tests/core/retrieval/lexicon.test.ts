import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { toRows } from '../../../src/core/retrieval/corpus-rows.ts'
import { createLexicon } from '../../../src/core/retrieval/lexicon.ts'
import { toTerm, toTerms } from '../../../src/core/retrieval/terms.ts'

const corpus = buildCorpus(
  [
    {
      id: 'bone',
      markdown: '---\ntitle: Bone\n---\n\nThe tumours grow.\n',
      questions: { file: 'bone.questions.yaml', yaml: '- quote: The tumours grow.\n  questions: [Does it wander?]\n' },
    },
  ],
  { file: 'unanswered.yaml', yaml: '- topic: drugs\n  questions: [Is pazopanib dear?]\n' },
)
const lexicon = createLexicon(toRows(corpus))

test('the sources tell their own words, know those of the reader questions too, and not those of other questions', () => {
  const { told, known } = lexicon
  expect(['tumor', 'grow', 'bone', 'wander', 'pazopanib'].map((word) => told.has(toTerm(word) ?? ''))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
  expect(['tumor', 'wander', 'pazopanib'].map((word) => known.has(toTerm(word) ?? ''))).toEqual([true, true, false])
})

test('gives every word the term that it has anywhere', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom('the', 'Tumours', 'WANDER', 'pazopanib', 'zebras', ''), fc.string()),
      (text) => {
        expect(lexicon.termOf(text)).toBe(toTerm(text))
        expect(lexicon.termsOf(text)).toEqual(toTerms(text))
      },
    ),
  )
})
