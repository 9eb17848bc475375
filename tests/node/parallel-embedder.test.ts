import { beforeAll, expect, test, vi } from 'vitest'
import type { Embedder } from '../../src/core/ports.ts'
import { type PackedText, packText, withAllCores } from '../../src/node/parallel-embedder.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'

// Processes that load a model each take long where others compute.
vi.setConfig({ testTimeout: 120_000 })

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
  [2, 32],
  [3, 30],
])(
  'texts are handed over a few at a time, each with its own result, and few are on their way to %i processes',
  async (processes, onTheirWay) => {
    let [given, most] = [0, 0]
    const watched = Object.assign([...texts], {
      slice(from: number, to: number) {
        const some = texts.slice(from, to)
        given += some.length
        most = Math.max(most, given - packed.size)
        return some
      },
    })
    const packed = new Map<string, PackedText>()
    await withAllCores(
      embedder,
      DEFAULT_MODEL,
      async ({ packEach }) =>
        packEach?.(watched, (some, results) => {
          expect(results).toHaveLength(some.length)
          some.forEach((text, at) => void packed.set(text, results[at] as PackedText))
        }),
      { processes },
    )
    expect(packed).toEqual(new Map((await embedder.embedTokens(texts)).map((one, at) => [texts[at], packText(one)])))
    // What a build loses by a kill: what the processes have, and what each takes next. Never more than a batch.
    expect(most).toBe(onTheirWay)
  },
)

test('few texts stay in this process', async () => {
  const few = texts.slice(0, 5)
  const vectors = await withAllCores(embedder, 'no such folder', (parallel) => parallel.embed(few))
  expect(vectors).toEqual(await embedder.embed(few))
})

test('a process that fails fails the work', async () => {
  const work = withAllCores(embedder, 'no such folder', (parallel) => parallel.embed(texts))
  await expect(work).rejects.toThrow('no such folder')
})
