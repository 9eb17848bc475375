import { beforeAll, describe, expect, test } from 'vitest'
import { createKindMatch } from '../../../src/core/answer/question-kinds.ts'
import type { Embedder } from '../../../src/core/ports.ts'
import {
  openPassageVectors,
  type PassageVectors,
  packPassageVectors,
} from '../../../src/core/retrieval/passage-vectors.ts'
import { DEFAULT_MODEL } from '../../../src/node/paths.ts'
import { loadEmbedder } from '../../../src/node/transformers-embedder.ts'

/** Of one disease that doesn't exist, so that only the kind tells them apart. */
const PASSAGES = {
  information: 'Marlow disease is a rare disorder of the bones that usually begins in childhood.',
  symptoms: 'People with Marlow disease may have fever, pain at night, swollen knees and weight loss.',
  treatment: 'Marlow disease is treated with surgery, and with medicines where an operation is too risky.',
  inheritance: 'Marlow disease is passed on in an autosomal dominant pattern: one altered copy of the gene is enough.',
  frequency: 'Marlow disease is estimated to occur in 1 in 250,000 newborns worldwide.',
  exams: 'A doctor diagnoses Marlow disease by a physical exam, blood tests and an x-ray of the knee.',
}

let embedder: Embedder
let passages: PassageVectors
beforeAll(async () => {
  embedder = await loadEmbedder(DEFAULT_MODEL)
  const vectors = await embedder.embed(Object.values(PASSAGES))
  passages = openPassageVectors(packPassageVectors(vectors, embedder.dimensions), embedder.dimensions)
})

const matches = async (question: string, modelHash = embedder.modelHash) => {
  const [vector] = (await embedder.embed([question])) as [Float32Array]
  const match = createKindMatch(passages, modelHash)(vector)
  return Object.keys(PASSAGES).map((name, place) => ({ name, match: match(place) }))
}

describe('a passage that answers what is asked beats others about the same disease', () => {
  test.each([
    ['What are the symptoms of Marlow disease?', 'symptoms'],
    ['What are the treatments for Marlow disease?', 'treatment'],
    ['Is Marlow disease inherited?', 'inheritance'],
    ['How many people are affected by Marlow disease?', 'frequency'],
    ['How to diagnose Marlow disease?', 'exams'],
    ['What is Marlow disease?', 'information'],
  ])('%s', async (question, expected) => {
    const best = (await matches(question)).sort((a, b) => b.match - a.match)
    expect(best[0]?.name).toBe(expected)
  })
})

test('a match is a log probability with a floor, so that one kind cannot outweigh everything else', async () => {
  for (const { match } of await matches('Can I eat before the operation?')) {
    expect(match).toBeGreaterThanOrEqual(Math.log(0.01))
    expect(match).toBeLessThanOrEqual(0)
  }
})

test('a question of no kind moves passages far less than a question of one', async () => {
  const spread = async (question: string) => {
    const all = (await matches(question)).map(({ match }) => match)
    return Math.max(...all) - Math.min(...all)
  }
  const ofOne = await spread('What are the symptoms of Marlow disease?')
  expect(await spread('Can I eat before the operation?')).toBeLessThan(ofOne / 4)
})

test('a model that nothing was fitted to gets no opinion', async () => {
  const all = await matches('What are the symptoms of Marlow disease?', 'f'.repeat(64))
  expect(new Set(all.map(({ match }) => match))).toEqual(new Set([0]))
})
