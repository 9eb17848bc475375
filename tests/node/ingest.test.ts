import { beforeAll, describe, expect, test } from 'vitest'
import { CorpusFaults } from '../../src/core/errors.ts'
import type { Embedder } from '../../src/core/ports.ts'
import { readCorpus } from '../../src/node/corpus-files.ts'
import { loadIndex } from '../../src/node/index-store.ts'
import { ingest } from '../../src/node/ingest.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'
import { smallCorpus, smallCounts } from './small-corpus.ts'
import { type Files, readTree, useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()
let embedder: Embedder
beforeAll(async () => {
  embedder = await loadEmbedder(DEFAULT_MODEL)
})

const read = async (files: Files) => readCorpus(await folder(files))

/** More rows than are embedded at once, so that there is a middle to fail in. */
const manyRows: Files = {
  'many.md': `---\ntitle: Many\n---\n\n${Array.from({ length: 200 }, (_, at) => `- Fact ${at}.`).join('\n')}\n`,
}

test('the manifest counts and names what went in', async () => {
  const corpus = await read(smallCorpus)
  expect(await ingest(corpus, await folder(), embedder)).toMatchObject({
    corpusHash: corpus.hash,
    modelHash: embedder.modelHash,
    counts: smallCounts,
    settings: { dimensions: 384, maxQuoteChars: 700 },
  })
})

test('the same corpus gives the same index, byte for byte', async () => {
  const [one, other] = [await folder(), await folder()]
  await ingest(await read(smallCorpus), one, embedder)
  await ingest(await read(smallCorpus), other, embedder)
  expect(await readTree(one)).toEqual(await readTree(other))
})

test('a question leads to the row that was asked for', async () => {
  const corpus = await read(smallCorpus)
  const path = await folder()
  await ingest(corpus, path, embedder)
  const { vectors, lexical } = await loadIndex(path, { modelHash: embedder.modelHash, corpusHash: corpus.hash })
  const [question] = await embedder.embed(['Until what age do bones grow?'])
  // Rows 0 to 7 are sentences, 8 and 9 the reader questions.
  expect((await vectors.nearest(question as Float32Array, 1))[0]?.row).toBe(8)
  expect(lexical.search('femur', 1)[0]?.row).toBe(4)
})

test('progress begins at 0, rises and ends at the number of rows', async () => {
  const reports: string[] = []
  const progress = {
    report: (step: string, done: number, total: number) => void reports.push(`${step} ${done}/${total}`),
  }
  await ingest(await read(manyRows), await folder(), embedder, progress)
  expect(reports).toEqual(['Embedding 0/200', 'Embedding 128/200', 'Embedding 200/200'])
})

describe('a build that fails leaves the old index as it was, byte for byte', () => {
  async function failing(files: Files, by: Embedder, expected: new (...args: never[]) => Error) {
    const corpus = await read(smallCorpus)
    const path = await folder({ 'README.md': 'generated' })
    await ingest(corpus, path, embedder)
    const before = await readTree(path)
    await expect(ingest(await read(files), path, by)).rejects.toThrow(expected)
    expect(await readTree(path)).toEqual(before)
    const loaded = await loadIndex(path, { modelHash: embedder.modelHash, corpusHash: corpus.hash })
    expect(loaded.corpus.sources.map(({ id }) => id)).toEqual(['bone', 'heart'])
  }

  test('for a fault in the corpus', async () => {
    await failing({ ...smallCorpus, 'heart.md': '# no front matter' }, embedder, CorpusFaults)
  })

  test('for an embedder that stops working midway', async () => {
    class OutOfMemory extends Error {}
    let calls = 0
    const onlyOnce = <Result>(work: () => Promise<Result>) =>
      calls++ === 0 ? work() : Promise.reject(new OutOfMemory())
    const tiring: Embedder = {
      ...embedder,
      embed: (texts) => onlyOnce(() => embedder.embed(texts)),
      embedTokens: (texts) => onlyOnce(() => embedder.embedTokens(texts)),
    }
    await failing(manyRows, tiring, OutOfMemory)
    expect(calls).toBe(2)
  })
})
