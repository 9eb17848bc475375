import { beforeAll, describe, expect, test } from 'vitest'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import type { Embedder } from '../../../src/core/ports.ts'
import { toPassageTexts } from '../../../src/core/retrieval/corpus-rows.ts'
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

describe('packed passage vectors', () => {
  const values = packPassageVectors([Float32Array.of(0.6, 0.8), Float32Array.of(0, -1)], 2)
  const passages = openPassageVectors(values, 2)

  test('stand one after the other', () => {
    expect(values).toEqual(Float32Array.of(0.6, 0.8, 0, -1))
    expect(packPassageVectors([], 2)).toHaveLength(0)
  })

  test('are compared by cosine, passage by passage', () => {
    expect(passages.cosine(0, [Float32Array.of(1, 0)])).toBeCloseTo(0.6, 6)
    expect(passages.cosine(1, [Float32Array.of(1, 0)])).toBeCloseTo(0, 6)
    expect(passages.cosine(1, [Float32Array.of(0, 1)])).toBeCloseTo(-1, 6)
  })

  test('are given one by one', () => {
    expect(passages.vectorOf(1)).toEqual(Float32Array.of(0, -1))
  })

  test('of several wordings the mean counts', () => {
    expect(passages.cosine(0, [Float32Array.of(1, 0), Float32Array.of(0, 1)])).toBeCloseTo(0.7, 6)
  })
})

describe('with the real model', () => {
  let embedder: Embedder
  beforeAll(async () => {
    embedder = await loadEmbedder(DEFAULT_MODEL)
  })

  test('a question is nearest to the passage that it is about', async () => {
    const embedded = await embedder.embed(toPassageTexts(corpus))
    const passages = openPassageVectors(packPassageVectors(embedded, embedder.dimensions), embedder.dimensions)
    const question = await embedder.embed(['What do muscles do?'])
    expect(passages.cosine(1, question)).toBeGreaterThan(passages.cosine(0, question) + 0.1)
  })
})
