import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { toRows as rowsOf, toEmbeddedText } from '../../../src/core/retrieval/corpus-rows.ts'
import { dotProducts } from '../../../src/core/retrieval/dot-product.ts'
import { createExactIndex } from '../../../src/core/retrieval/exact-index.ts'
import { readCorpus } from '../../../src/node/corpus-files.ts'
import { DEFAULT_MODEL } from '../../../src/node/paths.ts'
import { shareOut } from '../../../src/node/shares.ts'
import { loadEmbedder } from '../../../src/node/transformers-embedder.ts'
import { loadHnswIndex, writeHnswIndex } from '../../../src/node/vectors/hnsw-index.ts'
import { describeVectorIndex } from '../../contracts/vector-index.ts'
import { randomUnitVectors } from '../random-unit-vectors.ts'
import { readTree, useTempFolders } from '../temp-folders.ts'

const folder = useTempFolders()
const DIMENSIONS = 384

/** Rows with these vectors; the same vector is the same text. */
function toRows(vectors: readonly Float32Array[], sourceOf: (row: number) => string = () => '') {
  const texts = vectors.map((vector) => String(vector))
  const byText = new Map(vectors.map((vector, row) => [texts[row], vector]))
  return { shared: shareOut(texts, sourceOf), vectorOf: (text: string) => byText.get(text) as Float32Array }
}

/** With `many` 1 the graph is a reduced one, as of many rows. */
async function build(vectors: readonly Float32Array[], dimensions: number, many?: number) {
  const path = await folder()
  const { shared, vectorOf } = toRows(vectors)
  await writeHnswIndex(path, shared, vectorOf, dimensions, null, many)
  return loadHnswIndex(path, shared, dimensions, many)
}

// LangChain's HNSWLib can't be saved before a vector was added; a corpus without a sentence is refused earlier.
describeVectorIndex('HNSW', { build, canBeEmpty: false })
describeVectorIndex('HNSW of components', {
  build: (vectors, dimensions) => build(vectors, dimensions, 1),
  canBeEmpty: false,
})

test.each([['full', undefined] as const, ['reduced', 1] as const])(
  'the same vectors give the same files: %s',
  async (_, many) => {
    const vectors = randomUnitVectors(50, 8, 1)
    const [one, other] = [await folder(), await folder()]
    const { shared, vectorOf } = toRows(vectors)
    await writeHnswIndex(one, shared, vectorOf, 8, null, many)
    await writeHnswIndex(other, shared, vectorOf, 8, null, many)
    expect(await readTree(one)).toEqual(await readTree(other))
  },
)

describe('recall@10 against exact search is at least 0.99', () => {
  /** Share of the exact 10 nearest that HNSW finds; a row as near as the tenth is as good as it. */
  async function recall(
    vectors: readonly Float32Array[],
    queries: readonly Float32Array[],
    many?: number,
  ): Promise<number> {
    const flat = new Float32Array(vectors.length * DIMENSIONS)
    for (const [row, vector] of vectors.entries()) flat.set(vector, row * DIMENSIONS)
    const exact = createExactIndex(flat, DIMENSIONS)
    const hnsw = await build(vectors, DIMENSIONS, many)
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
    const { inputs } = await readCorpus(fileURLToPath(new URL('../../../corpus', import.meta.url)))
    const texts = rowsOf(buildCorpus(inputs)).map(toEmbeddedText)
    const vectors: Float32Array[] = []
    while (texts.length > 0) vectors.push(...(await embedder.embed(texts.splice(0, 128))))
    const lines = readFileSync(new URL('../../evals/tune.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
    const queries = await embedder.embed(lines.map((line) => JSON.parse(line).question))
    expect(queries.length).toBeGreaterThan(50)
    expect(await recall(vectors, queries)).toBeGreaterThanOrEqual(0.99)
    expect(await recall(vectors, queries, 1), 'reduced').toBeGreaterThanOrEqual(0.99)
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

describe('the one graph of many rows', () => {
  const EASY = 24
  const SIZE = 2_000
  /** As of texts, most of what tells them apart lies in few directions: random ones have no components that tell more. */
  const flat = (count: number, seed: number) =>
    randomUnitVectors(count, EASY / 3, seed).map((few) => Float32Array.from([...few, ...new Array(16).fill(0)]))
  const vectors = flat(SIZE, 5)
  const others = flat(300, 6)
  const queries = flat(100, 7)

  async function write(wanted: readonly Float32Array[], older: string | null) {
    const path = await folder()
    const { shared, vectorOf } = toRows(wanted)
    await writeHnswIndex(path, shared, vectorOf, EASY, older, 1)
    return path
  }

  async function recall(path: string, wanted: readonly Float32Array[]): Promise<number> {
    const index = await loadHnswIndex(path, toRows(wanted).shared, EASY, 1)
    const exact = createExactIndex(Float32Array.from(wanted.flatMap((vector) => Array.from(vector))), EASY)
    let found = 0
    for (const query of [...queries, ...wanted.slice(0, 100)]) {
      const nearest = (await exact.nearest(query, 10)).map(({ row }) => row)
      const near = (await index.nearest(query, 10)).map(({ row }) => row)
      found += near.filter((row) => nearest.includes(row)).length
    }
    index.close()
    return found / (10 * (queries.length + 100))
  }

  const bytesOf = async (path: string, end: string) => {
    const names = await readdir(path, { recursive: true })
    return readFileSync(join(path, names.find((name) => name.endsWith(end)) as string))
  }

  test('is changed where little is new, finds what came and holds nothing of what is gone', async () => {
    const older = await write(vectors, null)
    // The first twenty give way to eight others.
    const gone = vectors.slice(0, 20)
    const wanted = [...others.slice(0, 8), ...vectors.slice(20)]
    const path = await write(wanted, older)
    expect(await bytesOf(path, 'vectors.f32'), 'places stay').toHaveLength(SIZE * EASY * 4)
    expect(await recall(path, wanted)).toBeGreaterThanOrEqual(0.99)

    const components = new Float32Array(new Uint8Array(await bytesOf(path, 'components.f32')).buffer)
    const traces = (vector: Float32Array) => [
      Buffer.from(vector.buffer, vector.byteOffset, 32),
      Buffer.from(Float32Array.from(dotProducts(vector, components)).buffer),
    ]
    const tracesIn = async (folder: string, one: Float32Array) => {
      const contents = [await bytesOf(folder, 'vectors.f32'), await bytesOf(folder, 'hnswlib.index')]
      return traces(one).filter((trace, at) => contents[at]?.includes(trace)).length
    }
    for (const vector of gone) {
      expect(await tracesIn(older, vector), 'or they could not be found').toBe(2)
      expect(await tracesIn(path, vector)).toBe(0)
    }

    // Those that come back take the places that are free.
    const again = await write(vectors, path)
    expect(await bytesOf(again, 'vectors.f32')).toHaveLength(SIZE * EASY * 4)
    expect(await recall(again, vectors)).toBeGreaterThanOrEqual(0.99)
    const more = [...vectors, ...others.slice(0, 30)]
    const grown = await write(more, again)
    expect(await recall(grown, more)).toBeGreaterThanOrEqual(0.99)
  })

  test('is built again where much is new, at once or little by little, and then as from nothing', async () => {
    const first = await write(vectors, null)
    const much = [...others.slice(0, 150), ...vectors.slice(150)]
    expect(await readTree(await write(much, first))).toEqual(await readTree(await write(much, null)))

    const step = (count: number) => [...others.slice(0, count), ...vectors.slice(count)]
    const second = await write(step(60), first)
    expect(await readTree(second)).not.toEqual(await readTree(await write(step(60), null)))
    const third = await write(step(120), second)
    expect(await readTree(third)).toEqual(await readTree(await write(step(120), null)))
  })

  test('is taken over where nothing is new', async () => {
    const path = await write(vectors, null)
    const { shared, vectorOf } = toRows(vectors)
    const { files, kept } = await writeHnswIndex(await folder(), shared, vectorOf, EASY, path, 1)
    expect(kept).toEqual(files)
  })
})
