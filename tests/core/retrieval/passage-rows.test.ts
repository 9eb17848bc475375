import { describe, expect, test } from 'vitest'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { toRows } from '../../../src/core/retrieval/corpus-rows.ts'
import { mapPassageRows } from '../../../src/core/retrieval/passage-rows.ts'
import type { Passage } from '../../../src/core/source.ts'

const corpus = buildCorpus(
  [
    {
      id: 'bone',
      markdown:
        '---\ntitle: Bone\n---\n\nBones are hard. They grow. They mend.\n\n| Bone | Place |\n|---|---|\n| Femur | Thigh |\n',
      questions: {
        file: 'bone.questions.yaml',
        yaml: `- quote: They grow. They mend.
  questions: [Do bones grow and mend?]
- quote: Femur | Thigh
  questions: [Where is the femur?]
`,
      },
    },
    { id: 'heart', markdown: '---\ntitle: Heart\n---\n\nHearts beat. They rest.\n' },
  ],
  { file: 'unanswered.yaml', yaml: '- topic: hair\n  questions: [Will I lose my hair?]\n' },
)
const rows = toRows(corpus)
const map = mapPassageRows(rows)
const [prose, table, heart] = corpus.passages as [Passage, Passage, Passage]

test('passages lie in reading order', () => {
  expect(corpus.passages.map(map.placeOf)).toEqual([0, 1, 2])
})

test('a passage has a row for each of its sentences', () => {
  expect(map.rowsOf(prose)).toEqual([0, 1, 2])
  expect(map.rowsOf(table)).toEqual([3])
  expect(map.rowsOf(heart)).toEqual([4, 5])
})

describe('the sentences that a row speaks of', () => {
  test('are itself, if it is a sentence', () => {
    expect([0, 1, 2, 3, 4, 5].map(map.sentencesOf)).toEqual([[0], [1], [2], [3], [4], [5]])
  })

  test('are those of the quote, if it is a reader question', () => {
    expect(rows[6]?.text).toBe('Do bones grow and mend?')
    expect(map.sentencesOf(6)).toEqual([1, 2])
    expect(rows[7]?.text).toBe('Where is the femur?')
    expect(map.sentencesOf(7)).toEqual([3])
  })

  test('are none, if it is a question without an answer', () => {
    expect(rows[8]?.kind).toBe('unanswered')
    expect(map.sentencesOf(8)).toEqual([])
  })
})
