import { beforeAll, describe, expect, test } from 'vitest'
import type { Embedder, TokenEmbedding, TokenMultiplier } from '../../../src/core/ports.ts'
import { findDanger } from '../../../src/core/safety/danger/find-danger.ts'
import { createNearestExample, type NearestExample } from '../../../src/core/safety/nearest-example.ts'
import { plainWords } from '../../../src/core/safety/plain-words.ts'
import { RED_FLAGS } from '../../../src/core/safety/red-flags/index.ts'
import { findRedFlags } from '../../../src/core/safety/triage.ts'
import { WORDINGS } from '../../../src/core/safety/wordings.ts'
import { createOnnxMultiplier } from '../../../src/node/onnx-multiplier.ts'
import { DEFAULT_MODEL } from '../../../src/node/paths.ts'
import { silent } from '../../../src/node/progress.ts'
import { loadEmbedder } from '../../../src/node/transformers-embedder.ts'
import { loadWordingVectors } from '../../../src/node/wording-vectors.ts'

let embedder: Embedder
let vectors: Float32Array
let nearest: NearestExample
let multiplier: TokenMultiplier
beforeAll(async () => {
  embedder = await loadEmbedder(DEFAULT_MODEL)
  multiplier = await createOnnxMultiplier(embedder.dimensions)
  vectors = await loadWordingVectors(embedder, silent)
  nearest = createNearestExample(vectors, embedder, multiplier)
})

const find = async (message: string) => {
  const [embedding] = await embedder.embedTokens([message])
  return (await nearest(embedding as TokenEmbedding, plainWords(message))).map(({ flag, isOther }) => ({
    id: flag.id,
    isOther,
  }))
}

test('the vectors kept are those of the wordings', async () => {
  for (const at of [0, 1, 500, WORDINGS.length - 1]) {
    const [vector] = await embedder.embed([WORDINGS[at]?.text ?? ''])
    const { dimensions } = embedder
    expect([...vectors.slice(at * dimensions, (at + 1) * dimensions)]).toEqual([...(vector as Float32Array)])
  }
  expect(() => createNearestExample(vectors.slice(1), embedder, multiplier)).toThrow(RangeError)
})

describe('a wording that no rule knows', () => {
  test.each([
    ["my chest is doing something horrible and I'm frightened", 'chest-pain'],
    ['there is a horrible rattle whenever my father inhales', 'trouble-breathing'],
  ])('alarms by its neighbours: %s', async (message, id) => {
    expect(findRedFlags(message)).toEqual([])
    expect((await find(message)).map((one) => one.id)).toEqual([id])
  })
})

test('every example of a red flag alarms, and as the right kind', async () => {
  const examples = RED_FLAGS.flatMap(({ kind, examples }) => examples.map((text) => ({ kind, text })))
  const doubted = examples.filter(({ text }) => findDanger(plainWords(text), []).length === 0)
  expect(doubted).not.toEqual([])
  for (const { kind, text } of doubted) {
    const [embedding] = await embedder.embedTokens([text])
    const found = await nearest(embedding as TokenEmbedding, plainWords(text))
    expect(
      found.map(({ flag }) => flag.kind),
      text,
    ).toContain(kind)
  }
})

test.each([
  'Which drugs are used against mesenchymal chondrosarcoma?',
  'Do tumours of the spine make legs weak?',
  'the man in the report could not breathe, what was done',
  "I'm dying to know what the bleeding study found",
  'My mother had a stroke in 1999',
])('no alarm without a person at hand: %s', async (message) => {
  expect(await find(message)).toEqual([])
})
