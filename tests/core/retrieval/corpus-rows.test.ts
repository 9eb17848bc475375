import { describe, expect, test } from 'vitest'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { toEmbeddedText, toPassageTexts, toRows } from '../../../src/core/retrieval/corpus-rows.ts'

const sources = [
  { id: 'heart', markdown: '---\ntitle: Heart facts\n---\n\nHearts beat.\n' },
  {
    id: 'bone',
    markdown: `---
title: Bone facts
---

# Bone facts

Bones are hard. They grow.

## Places

Table 1. Where bones are

| Bone | Place |
|---|---|
| Femur | Thigh |
`,
    questions: {
      file: 'bone.questions.yaml',
      yaml: '- quote: They grow.\n  questions: [Do bones grow?]\n- quote: Femur | Thigh\n  questions: [Where is the femur?]\n',
    },
  },
]
const unanswered = { file: 'unanswered.yaml', yaml: '- topic: hair\n  questions: [Will I lose my hair?]\n' }
const corpus = buildCorpus(sources, unanswered)
const rows = toRows(corpus)

describe('rows', () => {
  test('are the sentences in reading order, source by source, then the reader questions, then the unanswered', () => {
    expect(rows.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'sentence: Bones are hard.',
      'sentence: They grow.',
      'sentence: Table 1.',
      'sentence: Where bones are',
      'sentence: Table 1. Where bones are. Bone: Femur; Place: Thigh',
      'sentence: Hearts beat.',
      'question: Do bones grow?',
      'question: Where is the femur?',
      'unanswered: Will I lose my hair?',
    ])
  })

  test('are told in the context of their title and section; a question stands alone', () => {
    expect(rows.map(({ context }) => context)).toEqual([
      'Bone facts',
      'Bone facts',
      'Bone facts. Places',
      'Bone facts. Places',
      'Bone facts. Places',
      'Heart facts',
      '',
      '',
      '',
    ])
  })

  test('lead to the words of the source, not to what is searched', () => {
    const texts = new Map(corpus.sources.map(({ id, text }) => [id, text]))
    const spans = rows.flatMap((row) => (row.kind === 'unanswered' ? [] : [row]))
    expect(spans.map(({ passage, start, end }) => texts.get(passage.sourceId)?.slice(start, end))).toEqual([
      'Bones are hard.',
      'They grow.',
      'Table 1.',
      'Where bones are',
      'Femur | Thigh',
      'Hearts beat.',
      'They grow.',
      'Femur | Thigh',
    ])
  })

  test('of a question lie in the passage of its quote', () => {
    const asked = rows.flatMap((row) => (row.kind === 'question' ? [row] : []))
    expect(asked.every(({ passage, start, end }) => passage.start <= start && end <= passage.end)).toBe(true)
    expect(asked.map(({ passage }) => passage.table?.cells)).toEqual([undefined, ['Femur', 'Thigh']])
  })
})

test('a row is embedded with its context, a question without', () => {
  expect(rows.map(toEmbeddedText).slice(4)).toEqual([
    'Bone facts. Places: Table 1. Where bones are. Bone: Femur; Place: Thigh',
    'Heart facts: Hearts beat.',
    'Do bones grow?',
    'Where is the femur?',
    'Will I lose my hair?',
  ])
})

test('passages are embedded whole in their context, one of a single sentence as its row is', () => {
  expect(toPassageTexts(corpus)).toEqual([
    'Bone facts: Bones are hard. They grow.',
    'Bone facts. Places: Table 1. Where bones are',
    'Bone facts. Places: Table 1. Where bones are. Bone: Femur; Place: Thigh',
    'Heart facts: Hearts beat.',
  ])
})
