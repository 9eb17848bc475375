import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Embedder, TokenEmbedding, TokenMultiplier } from '../../../src/core/ports.ts'
import { type Coverage, createLateInteraction } from '../../../src/core/retrieval/late-interaction.ts'
import { plainMultiplier } from '../../../src/core/retrieval/plain-multiplier.ts'
import { createTokenPacker } from '../../../src/core/retrieval/token-vectors.ts'
import { createOnnxMultiplier } from '../../../src/node/onnx-multiplier.ts'
import { DEFAULT_MODEL } from '../../../src/node/paths.ts'
import { loadEmbedder } from '../../../src/node/transformers-embedder.ts'
import { randomUnitVectors } from '../../node/random-unit-vectors.ts'

/** Each piece is a word. */
const wholeWords = () => false

/**
 * What bytes may cost with 32 dimensions: a step of the query's byte is about 0.008, so that rounding it moves a product
 * by 0.0023 (standard deviation of an even spread, step / √12); six of these, since the best of thousands are compared.
 */
const TOLERANCE = 0.0145

/** A text of these word-pieces whose tokens point anywhere. */
function embedding(pieces: readonly number[], dimensions: number, seed: number): TokenEmbedding {
  const vectors = randomUnitVectors(pieces.length, dimensions, seed)
  return { vector: new Float32Array(dimensions), tokens: Float32Array.from(vectors.flatMap((one) => [...one])), pieces }
}

function pack(texts: readonly TokenEmbedding[], dimensions: number) {
  const packer = createTokenPacker(dimensions)
  for (const text of texts) packer.add(text)
  return packer.pack()
}

function tokensOf({ tokens, pieces }: TokenEmbedding): Float32Array[] {
  const dimensions = tokens.length / pieces.length
  return pieces.map((_, at) => tokens.subarray(at * dimensions, (at + 1) * dimensions))
}

const dot = (one: Float32Array, other: Float32Array) => one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0)

/** MaxSim in floating point, from its definition. */
function naive(question: TokenEmbedding, row: TokenEmbedding, texts: readonly TokenEmbedding[]) {
  const best = tokensOf(question).map((token) => Math.max(...tokensOf(row).map((other) => dot(token, other))))
  return { best, mean: weightedMean(question, best, texts) }
}

function weightedMean({ pieces }: TokenEmbedding, values: readonly number[], texts: readonly TokenEmbedding[]) {
  const weights = pieces.map((piece) => {
    const frequency = texts.filter((text) => text.pieces.includes(piece)).length
    return Math.log(1 + texts.length / (1 + frequency))
  })
  const sum = weights.reduce((total, weight, at) => total + weight * (values[at] as number), 0)
  return sum / weights.reduce((total, weight) => total + weight, 0)
}

function expectNear(coverage: Coverage | undefined, expected: { best: readonly number[]; mean: number }) {
  expect(Math.abs((coverage?.mean ?? Number.NaN) - expected.mean)).toBeLessThan(TOLERANCE)
  expect(coverage?.best).toHaveLength(expected.best.length)
  expected.best.forEach((value, at) => {
    expect(Math.abs((coverage?.best[at] ?? Number.NaN) - value)).toBeLessThan(TOLERANCE)
  })
}

const DIMENSIONS = 32
const multipliers: [string, () => Promise<TokenMultiplier>][] = [
  ['plain', async () => plainMultiplier],
  ['onnx', () => createOnnxMultiplier(DIMENSIONS)],
]

describe.each(multipliers)('scores with the %s multiplier', (_, create) => {
  let multiplier: TokenMultiplier
  beforeAll(async () => {
    multiplier = await create()
  })

  test('are those of MaxSim in floating point, within what bytes cost', async () => {
    const pieces = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 9 })
    const cases = fc.record({
      rows: fc.array(pieces, { minLength: 1, maxLength: 6 }),
      asked: pieces,
      seed: fc.integer({ min: 1, max: 1_000_000 }),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ rows, asked, seed }) => {
        const texts = rows.map((some, at) => embedding(some, DIMENSIONS, seed + at))
        const question = embedding(asked, DIMENSIONS, seed + 100)
        const late = createLateInteraction(pack(texts, DIMENSIONS), multiplier, wholeWords)
        const coverages = await late.score(
          question,
          texts.map((_, at) => at),
        )
        expect(coverages).toHaveLength(texts.length)
        texts.forEach((text, at) => {
          expectNear(coverages[at], naive(question, text, texts))
        })
      }),
      { numRuns: 40 },
    )
  })

  test('come in the order of the rows that are asked for, a row twice where it is named twice', async () => {
    const texts = [1, 2, 3, 4].map((seed) => embedding([seed, 9], DIMENSIONS, seed))
    const question = embedding([5, 6, 9], DIMENSIONS, 50)
    const late = createLateInteraction(pack(texts, DIMENSIONS), multiplier, wholeWords)
    const order = [3, 0, 2, 0]
    const coverages = await late.score(question, order)
    expect(coverages).toHaveLength(4)
    order.forEach((row, at) => {
      expectNear(coverages[at], naive(question, texts[row] as TokenEmbedding, texts))
    })
    expect(coverages[1]).toEqual(coverages[3])
    expect(coverages[0]).not.toEqual(coverages[1])
  })
})

const texts = [embedding([1, 2], 8, 1), embedding([2, 3, 4], 8, 2), embedding([2], 8, 3)]
const late = createLateInteraction(pack(texts, 8), plainMultiplier, wholeWords)

test('a row that holds the question covers it wholly', async () => {
  const [coverage] = await late.score(texts[1] as TokenEmbedding, [1])
  expect(coverage?.mean).toBeGreaterThan(0.98)
  const { mean, shortfall } = late.join(texts[1] as TokenEmbedding, [coverage as Coverage])
  expect(mean).toBeGreaterThan(0.98)
  expect(shortfall).toBeLessThan(0.001)
})

test('a word of many pieces counts as one', async () => {
  // Piece 9 begins a word that 10 to 12 go on with; the row covers that word alone.
  const question = embedding([7, 9, 10, 11, 12], 8, 5)
  const row = { ...question, tokens: question.tokens.slice(8), pieces: [9, 10, 11, 12] }
  const meanOf = async (continuesWord: (piece: number) => boolean) => {
    const [coverage] = await createLateInteraction(pack([row], 8), plainMultiplier, continuesWord).score(question, [0])
    return (coverage as Coverage).mean
  }
  const lacking = (mean: number) => 1 - mean
  // One of two words is missing, not one of five.
  expect(lacking(await meanOf((piece) => piece > 9))).toBeGreaterThan(1.5 * lacking(await meanOf(wholeWords)))
})

test('a rare word counts more than one that stands in every row', async () => {
  // Each row covers one of the question's two tokens; piece 2 stands in every row, piece 7 in none.
  const [one, two] = [texts[0] as TokenEmbedding, texts[1] as TokenEmbedding].map(
    (text) => tokensOf(text)[0] as Float32Array,
  ) as [Float32Array, Float32Array]
  const ask = (pieces: number[]) => ({
    vector: new Float32Array(8),
    tokens: Float32Array.from([...one, ...two]),
    pieces,
  })
  const [rareCovered] = await late.score(ask([7, 2]), [0])
  const [rareMissed] = await late.score(ask([2, 7]), [0])
  expect(rareCovered?.best).toEqual(rareMissed?.best)
  expect(rareCovered?.mean).toBeGreaterThan((rareMissed?.mean ?? 1) + 0.01)
})

describe('a question without tokens', () => {
  const empty: TokenEmbedding = { vector: new Float32Array(8), tokens: new Float32Array(0), pieces: [] }

  test('is covered by nothing', async () => {
    expect(await late.score(empty, [0, 2])).toEqual([
      { best: new Float32Array(0), mean: 0 },
      { best: new Float32Array(0), mean: 0 },
    ])
    expect(late.join(empty, [])).toEqual({ mean: 0, shortfall: 0, least: 1, common: 0 })
    expect(late.surplus(empty, [{ best: new Float32Array(0), mean: 0 }], [])).toBe(0)
  })

  test('and no rows are no scores', async () => {
    expect(await late.score(texts[0] as TokenEmbedding, [])).toEqual([])
  })
})

describe('joined coverages', () => {
  const question = embedding([1, 5, 3, 2], 8, 9)
  const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
  const coverage = values.map((best): Coverage => ({ best: Float32Array.from(best), mean: 0 }))

  test('take the best of each token', () => {
    fc.assert(
      fc.property(fc.array(coverage, { minLength: 1, maxLength: 4 }), (coverages) => {
        const best = question.pieces.map((_, at) => Math.max(...coverages.map((one) => one.best[at] as number)))
        const { mean, shortfall } = late.join(question, coverages)
        expect(mean).toBeCloseTo(weightedMean(question, best, texts), 5)
        const lacks = best.map((value) => (1 - value) ** 2)
        expect(shortfall).toBeCloseTo(weightedMean(question, lacks, texts), 5)
      }),
    )
  })

  test('never get worse by one more row', () => {
    fc.assert(
      fc.property(fc.array(coverage, { minLength: 1, maxLength: 3 }), coverage, (coverages, more) => {
        const [before, after] = [late.join(question, coverages), late.join(question, [...coverages, more])]
        expect(after.mean).toBeGreaterThanOrEqual(before.mean - 1e-6)
        expect(after.shortfall).toBeLessThanOrEqual(before.shortfall + 1e-6)
      }),
    )
  })

  test('fall shorter by one token that nothing covers than by many half covered', () => {
    const alike = { ...question, pieces: [7, 7, 7, 7] }
    const oneMissed: Coverage = { best: Float32Array.of(1, 1, 1, 0), mean: 0.75 }
    const allHalf: Coverage = { best: Float32Array.of(0.75, 0.75, 0.75, 0.75), mean: 0.75 }
    expect(late.join(alike, [oneMissed]).mean).toBeCloseTo(late.join(alike, [allHalf]).mean, 6)
    expect(late.join(alike, [oneMissed]).shortfall).toBeGreaterThan(late.join(alike, [allHalf]).shortfall)
  })
})

describe('what one group of rows covers better', () => {
  // Piece 2 stands in all three rows, the others in one or none.
  const question = embedding([2, 7], 8, 9)
  const coverage = (...best: number[]): Coverage => ({ best: Float32Array.from(best), mean: 0 })

  test('is told by the token with the largest lead, a rare one before a common one', () => {
    const both = coverage(0.5, 0.5)
    const rare = late.surplus(question, [coverage(0.5, 0.75)], [both])
    expect(rare).toBeCloseTo(0.25 * Math.log(1 + 3 / 1), 5)
    expect(late.surplus(question, [coverage(0.75, 0.5)], [both])).toBeLessThan(rare)
    expect(late.surplus(question, [coverage(0.25, 0.25)], [both])).toBeLessThan(0)
  })

  test('is the best of each group, and nothing where a group is empty', () => {
    const two = [coverage(1, 0), coverage(0, 1)]
    expect(late.surplus(question, two, [coverage(1, 1)])).toBe(0)
    expect([late.surplus(question, [], two), late.surplus(question, two, [])]).toEqual([0, 0])
  })

  test('common tokens weigh most in what is asked, rare ones in the mean', () => {
    const { mean, common } = late.join(question, [coverage(1, 0)])
    expect(common).toBeGreaterThan(mean)
    expect(common).toBeGreaterThan(0.5)
  })

  test('the least covered is looked for among rare tokens alone', () => {
    const many = Array.from({ length: 20 }, (_, at) => embedding(at < 19 ? [2] : [3], 8, at + 1))
    const wide = createLateInteraction(pack(many, 8), plainMultiplier, wholeWords)
    expect(wide.join(question, [coverage(-0.5, 0.25)]).least).toBeCloseTo(0.25, 6)
    expect(wide.join(embedding([2, 2], 8, 9), [coverage(-0.5, 0.25)]).least, 'none is rare').toBe(1)
  })
})

describe('with the real model', () => {
  let embedder: Embedder
  beforeAll(async () => {
    embedder = await loadEmbedder(DEFAULT_MODEL)
  })

  test('a sentence that tells what is asked scores above one that does not', async () => {
    const sentences = ['The tumour most often spreads to the lungs.', 'Carly danced, played and went to school.']
    const stored = pack(await embedder.embedTokens(sentences), embedder.dimensions)
    const real = createLateInteraction(stored, await createOnnxMultiplier(embedder.dimensions), embedder.continuesWord)
    const [question] = await embedder.embedTokens(['Where do metastases grow?'])
    const [told, other] = await real.score(question as TokenEmbedding, [0, 1])
    expect(told?.mean).toBeGreaterThan((other?.mean ?? 1) + 0.1)
  })
})
