import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { buildCorpus } from '../../src/core/ingest/build-corpus.ts'
import { toRows as rowsOf, toEmbeddedText } from '../../src/core/retrieval/corpus-rows.ts'
import { createExactIndex } from '../../src/core/retrieval/exact-index.ts'
import { readCorpus } from '../../src/node/corpus-files.ts'
import { loadHnswIndex, writeHnswIndex } from '../../src/node/hnsw-index.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { shareOut } from '../../src/node/shares.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'
import { describeVectorIndex } from '../contracts/vector-index.ts'
import { randomUnitVectors } from './random-unit-vectors.ts'
import { readTree, useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()
const DIMENSIONS = 384

/** Rows with these vectors; the same vector is the same text. */
function toRows(vectors: readonly Float32Array[], sourceOf: (row: number) => string = () => '') {
  const texts = vectors.map((vector) => String(vector))
  const byText = new Map(vectors.map((vector, row) => [texts[row], vector]))
  return { shared: shareOut(texts, sourceOf), vectorOf: (text: string) => byText.get(text) as Float32Array }
}

async function build(vectors: readonly Float32Array[], dimensions: number) {
  const path = await folder()
  const { shared, vectorOf } = toRows(vectors)
  await writeHnswIndex(path, shared, vectorOf, dimensions)
  return loadHnswIndex(path, shared, dimensions)
}

// LangChain's HNSWLib can't be saved before a vector was added; a corpus without a sentence is refused earlier.
describeVectorIndex('HNSW', { build, canBeEmpty: false })

test('the same vectors give the same files', async () => {
  const vectors = randomUnitVectors(50, 8, 1)
  const [one, other] = [await folder(), await folder()]
  const { shared, vectorOf } = toRows(vectors)
  await writeHnswIndex(one, shared, vectorOf, 8)
  await writeHnswIndex(other, shared, vectorOf, 8)
  expect(await readTree(one)).toEqual(await readTree(other))
})

describe('recall@10 against exact search is at least 0.99', () => {
  /** Share of the exact 10 nearest that HNSW finds; a row as near as the tenth is as good as it. */
  async function recall(vectors: readonly Float32Array[], queries: readonly Float32Array[]): Promise<number> {
    const flat = new Float32Array(vectors.length * DIMENSIONS)
    for (const [row, vector] of vectors.entries()) flat.set(vector, row * DIMENSIONS)
    const exact = createExactIndex(flat, DIMENSIONS)
    const hnsw = await build(vectors, DIMENSIONS)
    let found = 0
    for (const query of queries) {
      const tenth = (await exact.nearest(query, 10)).at(-1)?.similarity ?? 1
      const near = await hnsw.nearest(query, 10)
      found += near.filter(({ similarity }) => similarity >= tenth - 1e-6).length
    }
    return found / (10 * queries.length)
  }

  test('of 2,000 random vectors, the hardest case: nothing lies close to anything', async () => {
    const queries = randomUnitVectors(400, DIMENSIONS, 1)
    expect(await recall(randomUnitVectors(2_000, DIMENSIONS, 2), queries)).toBeGreaterThanOrEqual(0.99)
  })

  test('of the default corpus, asked with the tuning questions', { timeout: 120_000 }, async () => {
    const embedder = await loadEmbedder(DEFAULT_MODEL)
    const { inputs } = await readCorpus(fileURLToPath(new URL('../../corpus', import.meta.url)))
    const texts = rowsOf(buildCorpus(inputs)).map(toEmbeddedText)
    const vectors: Float32Array[] = []
    while (texts.length > 0) vectors.push(...(await embedder.embed(texts.splice(0, 128))))
    const lines = readFileSync(new URL('../evals/tune.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
    const queries = await embedder.embed(lines.map((line) => JSON.parse(line).question))
    expect(queries.length).toBeGreaterThan(50)
    expect(await recall(vectors, queries)).toBeGreaterThanOrEqual(0.99)
  })
})

describe('many rows are shared out to several graphs', () => {
  const EASY = 24
  const random = randomUnitVectors(9_500, EASY, 3)
  // Every hundredth row says what the one before says.
  const vectors = random.map((vector, row) => (row % 100 === 99 ? (random[row - 1] as Float32Array) : vector))
  const sourceOf = (row: number) => `source-${row >> 5}`
  const graphsIn = async (path: string) =>
    (await readdir(path, { withFileTypes: true })).filter((one) => one.isDirectory())

  test('and found as by exact search, equal ones in their order', async () => {
    const path = await folder()
    const { shared, vectorOf } = toRows(vectors, sourceOf)
    await writeHnswIndex(path, shared, vectorOf, EASY)
    expect(await graphsIn(path)).toHaveLength(8)
    const index = await loadHnswIndex(path, shared, EASY)
    const exact = createExactIndex(Float32Array.from(vectors.flatMap((vector) => Array.from(vector))), EASY)
    let found = 0
    for (const query of [...randomUnitVectors(99, EASY, 4), vectors[98] as Float32Array]) {
      const nearest = (await exact.nearest(query, 10)).map(({ row }) => row)
      const near = (await index.nearest(query, 10)).map(({ row }) => row)
      found += near.filter((row) => nearest.includes(row)).length
    }
    expect(found / 1_000).toBeGreaterThanOrEqual(0.99)
    expect((await index.nearest(vectors[98] as Float32Array, 2)).map(({ row }) => row)).toEqual([98, 99])
    index.close()
  })

  test('of which a later build takes over those that have not changed, and comes to the same', async () => {
    const [older, path, fresh] = [await folder(), await folder(), await folder()]
    const before = toRows(vectors, sourceOf)
    await writeHnswIndex(older, before.shared, before.vectorOf, EASY)
    const changed = vectors.map((vector, row) => (row === 64 ? (vectors[65] as Float32Array) : vector))
    const { shared, vectorOf } = toRows(changed, sourceOf)
    const { kept } = await writeHnswIndex(path, shared, vectorOf, EASY, older)
    await writeHnswIndex(fresh, shared, vectorOf, EASY)
    expect(new Set(kept.map((name) => name.split('/')[0])).size).toBe(7)
    expect(await readTree(path)).toEqual(await readTree(fresh))
  })
})
