import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { Embedder } from '../../src/core/ports.ts'
import { openJournal } from '../../src/node/journal.ts'
import { toEntries, withAllCores } from '../../src/node/parallel-embedder.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'
import { useTempFolders } from './temp-folders.ts'

// Processes that load a model each take long where others compute.
vi.setConfig({ testTimeout: 120_000 })

const folder = useTempFolders()
let embedder: Embedder
beforeAll(async () => {
  embedder = await loadEmbedder(DEFAULT_MODEL)
})
const texts = Array.from({ length: 200 }, (_, at) => `Patient ${at} was ${'very '.repeat(at % 7)}well.`)

test('many texts give the same vectors in the same order as in one process, exactly', async () => {
  const [vectors, tokens] = await withAllCores(
    embedder,
    DEFAULT_MODEL,
    async (parallel) => [await parallel.embed(texts), await parallel.embedTokens(texts)] as const,
    { processes: 3 },
  )
  expect(vectors).toEqual(await embedder.embed(texts))
  expect(tokens).toEqual(await embedder.embedTokens(texts))
})

test.each([
  [2, 16],
  [3, 10],
])('%i processes write texts to the journal, %i at a time: a kill loses 32 at most', async (processes, atOnce) => {
  const sizes: number[] = []
  const journal = openJournal(await folder(), 'model', embedder.dimensions)
  onTestFinished(journal.close)
  const tell = (some: readonly string[]) => {
    for (const text of some) expect(journal.has(text, false)).toBe(true)
    sizes.push(some.length)
  }
  const [rows, others] = [texts.slice(0, 150), texts.slice(150)]
  await withAllCores(
    embedder,
    DEFAULT_MODEL,
    async ({ journalEach }) => {
      await journalEach?.(rows, journal, { withTokens: true }, tell)
      await journalEach?.(others, journal, { withTokens: false }, tell)
    },
    { processes },
  )
  expect(Math.max(...sizes)).toBe(atOnce)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(texts.length)
  const expected = [
    ...(await toEntries(rows, embedder, { withTokens: true })),
    ...(await toEntries(others, embedder, { withTokens: false })),
  ]
  for (const { text, vector, tokens } of expected) {
    expect(journal.vector(text)).toEqual(vector)
    expect(journal.tokens(text)).toEqual(tokens)
  }
})

test('few texts stay in this process', async () => {
  const few = texts.slice(0, 5)
  const vectors = await withAllCores(embedder, 'no such folder', (parallel) => parallel.embed(few))
  expect(vectors).toEqual(await embedder.embed(few))
})

test('a process that fails fails the work', async () => {
  const work = withAllCores(embedder, 'no such folder', (parallel) => parallel.embed(texts))
  await expect(work).rejects.toThrow('no such folder')
})
