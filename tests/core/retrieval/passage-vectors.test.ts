import { beforeAll, describe, expect, test } from 'vitest'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import type { Embedder } from '../../../src/core/ports.ts'
import { toEmbeddedText, toRows } from '../../../src/core/retrieval/corpus-rows.ts'
import { openPassageVectors, packPassageVectors } from '../../../src/core/retrieval/passage-vectors.ts'
import { DEFAULT_MODEL } from '../../../src/node/paths.ts'
import { loadEmbedder } from '../../../src/node/transformers-embedder.ts'

const corpus = buildCorpus([
  {
    id: 'bone',
    markdown: '---\ntitle: Bone\n---\n\nBones are hard. They grow.\n\nMuscles pull the bones.\n',
    questions: { file: 'bone.questions.yaml', yaml: '- quote: They grow.\n  questions: [Do bones grow?]\n' },
  },
])
const rows = toRows(corpus)

describe('packed passage vectors', () => {
  const embedded = [
    { vector: Float32Array.of(1, 0), pieces: [1, 2, 3] },
    { vector: Float32Array.of(0, 1), pieces: [4, 5, 6, 7] },
    { vector: Float32Array.of(0, -1), pieces: [8] },
    // The reader question's own vector, which says nothing of the passage's words.
    { vector: Float32Array.of(-1, 0), pieces: [9, 9, 9, 9, 9, 9] },
  ]
  const values = packPassageVectors(rows, embedded, 2)

  test('are means of the sentences, by their number of tokens, at length 1; questions do not count', () => {
    expect(values).toHaveLength(4)
    const expected = [3 / 5, 4 / 5, 0, -1]
    expected.forEach((value, at) => {
      expect(values[at]).toBeCloseTo(value, 6)
    })
  })

  test('are none for a corpus without rows', () => {
    expect(packPassageVectors([], [], 2)).toHaveLength(0)
  })

  test('stay finite where the sentences cancel each other out', () => {
    const cancelling = [
      { vector: Float32Array.of(1, 0), pieces: [1] },
      { vector: Float32Array.of(-1, 0), pieces: [2] },
      { vector: Float32Array.of(0, 1), pieces: [3] },
    ]
    expect([...packPassageVectors(rows, cancelling, 2)]).toEqual([0, 0, 0, 1])
  })

  test('are compared by cosine, passage by passage', () => {
    const passages = openPassageVectors(values, 2)
    expect(passages.cosine(0, [Float32Array.of(1, 0)])).toBeCloseTo(0.6, 6)
    expect(passages.cosine(1, [Float32Array.of(1, 0)])).toBeCloseTo(0, 6)
    expect(passages.cosine(1, [Float32Array.of(0, 1)])).toBeCloseTo(-1, 6)
  })

  test('of several wordings the mean counts', () => {
    const passages = openPassageVectors(values, 2)
    expect(passages.cosine(0, [Float32Array.of(1, 0), Float32Array.of(0, 1)])).toBeCloseTo(0.7, 6)
  })
})

describe('with the real model', () => {
  let embedder: Embedder
  beforeAll(async () => {
    embedder = await loadEmbedder(DEFAULT_MODEL)
  })

  test('a question is nearest to the passage that it is about', async () => {
    const embedded = await embedder.embedTokens(rows.map(toEmbeddedText))
    const passages = openPassageVectors(packPassageVectors(rows, embedded, embedder.dimensions), embedder.dimensions)
    const question = await embedder.embed(['What do muscles do?'])
    expect(passages.cosine(1, question)).toBeGreaterThan(passages.cosine(0, question) + 0.1)
  })
})
