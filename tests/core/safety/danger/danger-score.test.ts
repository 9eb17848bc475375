import { expect, test } from 'vitest'
import type { TokenEmbedding } from '../../../../src/core/ports.ts'
import { plainMultiplier } from '../../../../src/core/retrieval/plain-multiplier.ts'
import { dangerInMeaning, dangerInWords, knowsModel } from '../../../../src/core/safety/danger/danger-score.ts'
import { BUCKETS, featuresOf } from '../../../../src/core/safety/danger/features.ts'
import { dangerPolicy } from '../../../../src/core/safety/danger/policy.ts'
import weights from '../../../../src/core/safety/danger/weights.json' with { type: 'json' }
import { plainWords } from '../../../../src/core/safety/plain-words.ts'
import { DEFAULT_MODEL } from '../../../../src/node/paths.ts'
import { loadEmbedder } from '../../../../src/node/transformers-embedder.ts'

const inWords = (message: string) => dangerInWords(plainWords(message))

test('features are buckets, each once, the same for the same words', () => {
  const features = featuresOf(plainWords('my legs, my legs are numb since 38.5?'))
  expect(new Set(features).size).toBe(features.length)
  expect(features.every((bucket) => Number.isInteger(bucket) && bucket >= 0 && bucket < BUCKETS)).toBe(true)
  expect(featuresOf(plainWords('MY legs, my legs are numb since 101.3?!'))).toEqual(features)
})

test('there is a weight for each bucket and each dimension', async () => {
  const embedder = await loadEmbedder(DEFAULT_MODEL)
  const { dimensions } = embedder
  for (const [{ words, meaning }, size] of [
    [weights.danger, 4 * dimensions],
    [weights.kind, dimensions],
  ] as const) {
    expect([words.steps.length, meaning.steps.length]).toEqual([BUCKETS, BUCKETS])
    const { scales, steps, biases, outputs } = meaning.layer
    expect([scales.length, steps.length, biases.length]).toEqual([outputs.length, outputs.length, outputs.length])
    expect(steps.every((unit) => unit.length === size)).toBe(true)
  }
  expect(weights.ends).toEqual((await embedder.embedTokens(['. ? ! ; :']))[0]?.pieces)
  expect(knowsModel(embedder.modelHash)).toBe(true)
  expect(knowsModel('another')).toBe(false)
})

// None of these stands in a tuning set.
test.each([
  ['my grandmother is gasping on the sofa and her nails are going blue', 'What do the sources say about gasping?'],
  ['i keep planning how to end my life', 'How was the end of life of the patient in the report described?'],
])('a danger at hand scores higher than a question about it: %s', async (danger, question) => {
  const embedder = await loadEmbedder(DEFAULT_MODEL)
  const [of, asked] = await embedder.embedTokens([danger, question])
  expect(inWords(danger)).toBeGreaterThan(inWords(question))
  const inMeaning = (message: string, embedding: TokenEmbedding) =>
    dangerInMeaning(plainWords(message), embedding, plainMultiplier)
  expect(await inMeaning(danger, of as TokenEmbedding)).toBeGreaterThan(dangerPolicy.alarm)
  expect(await inMeaning(question, asked as TokenEmbedding)).toBeLessThan(0)
})

test('of nothing there is nothing to say', () => {
  expect(dangerInWords([])).toBe(weights.danger.words.bias)
})
