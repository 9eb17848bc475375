import { beforeAll, describe, expect, test } from 'vitest'
import type { Embedder } from '../../src/core/ports.ts'

const ROUNDING = 1e-5

/** Largest difference between two numbers at the same place. */
function distance(one: Float32Array, other: Float32Array): number {
  expect(one.length).toBe(other.length)
  return Math.max(...one.map((value, i) => Math.abs(value - (other[i] as number))))
}

/** One word-piece each, so that their number is the number of word-pieces. */
const pieces = (count: number) => Array<string>(count).fill('pain').join(' ')

/** What `Embedder` promises, for every implementation of it. */
export function describeEmbedder(name: string, load: () => Promise<Embedder>): void {
  describe(`${name} keeps the contract of an embedder`, () => {
    let embedder: Embedder
    beforeAll(async () => {
      embedder = await load()
    })
    const embed = async (text: string) => (await embedder.embed([text]))[0] as Float32Array

    test('its model has an identity', () => {
      expect(embedder.modelHash).toMatch(/^[0-9a-f]{64}$/)
    })

    test('a vector has the dimensions told and length 1', async () => {
      for (const text of ['bone', 'Is it rare?', pieces(100), '']) {
        const vector = await embed(text)
        expect(vector).toHaveLength(embedder.dimensions)
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
      }
    })

    test('no texts, no vectors', async () => {
      expect(await embedder.embed([])).toEqual([])
    })

    test('vectors come in the order of the texts, and a text alone gives the vector that it gives in a batch', async () => {
      const texts = [
        'Is it rare?',
        pieces(200),
        '',
        'The tumour spreads to the lungs.',
        'x',
        'Why? '.repeat(40),
        'été 😀 中文',
        'Is it rare?',
        ...Array.from({ length: 25 }, (_, at) => `Patient ${at} was ${'very '.repeat(2 * at)}well.`),
      ]
      const together = await embedder.embed(texts)
      expect(together).toHaveLength(texts.length)
      for (const [at, text] of texts.entries()) {
        expect(distance(together[at] as Float32Array, await embed(text)), text.slice(0, 40)).toBeLessThan(ROUNDING)
      }
    })

    test('a text of 10,000 words is embedded by its beginning', async () => {
      expect(distance(await embed(pieces(10_000)), await embed(pieces(5_000)))).toBeLessThan(ROUNDING)
    })

    test('the 254th word-piece is read', async () => {
      expect(distance(await embed(pieces(254)), await embed(`${pieces(253)} scan`))).toBeGreaterThan(1e-3)
    })

    test('from the 255th on, word-pieces make no difference', async () => {
      const read = await embed(pieces(254))
      expect(distance(read, await embed(`${pieces(254)} scan`))).toBeLessThan(ROUNDING)
      expect(distance(read, await embed(pieces(1_000)))).toBeLessThan(ROUNDING)
    })

    test('token vectors come with the same vector, one of length 1 for each word-piece', async () => {
      const texts = ['The tumour was large, the pain was not.', '', pieces(3), pieces(1_000)]
      const vectors = await embedder.embed(texts)
      const embedded = await embedder.embedTokens(texts)
      expect(await embedder.embedTokens([])).toEqual([])
      expect(embedded.slice(1).map((one) => one.pieces.length)).toEqual([0, 3, 254])
      for (const [at, { vector, tokens, pieces: ids }] of embedded.entries()) {
        expect(distance(vector, vectors[at] as Float32Array)).toBeLessThan(ROUNDING)
        expect(tokens).toHaveLength(ids.length * embedder.dimensions)
        for (let from = 0; from < tokens.length; from += embedder.dimensions) {
          expect(Math.hypot(...tokens.subarray(from, from + embedder.dimensions))).toBeCloseTo(1, 5)
        }
      }
    })

    test('the same word-piece has the same id', async () => {
      const [one, other] = await embedder.embedTokens(['pain bone pain', 'Bone PAIN'])
      expect(one?.pieces).toEqual([one?.pieces[0], one?.pieces[1], one?.pieces[0]])
      expect(other?.pieces).toEqual([one?.pieces[1], one?.pieces[0]])
    })

    test('it tells words from misspelt ones', () => {
      expect(['pain', 'tumor', 'bone'].filter((word) => !embedder.isWord(word))).toEqual([])
      expect(['pian', 'tumro', ''].filter((word) => embedder.isWord(word))).toEqual([])
    })

    test('it tells pieces that go on with a word from those that begin one', async () => {
      const [one] = await embedder.embedTokens(['pain chondrosarcoma bone'])
      const continuing = one?.pieces.map((piece) => embedder.continuesWord(piece)) ?? []
      expect(continuing.length).toBeGreaterThan(3)
      expect(continuing).toEqual([false, false, ...new Array(continuing.length - 3).fill(true), false])
    })

    test('a word without end and a text without words are embedded', async () => {
      expect(await embed('x'.repeat(50_000))).toHaveLength(embedder.dimensions)
      expect(await embed('\u0000 \n\ufffd')).toHaveLength(embedder.dimensions)
    })
  })
}
