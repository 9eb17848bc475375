import { readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Embedder } from '../../src/core/ports.ts'
import { readCorpus } from '../../src/node/corpus-files.ts'
import { ingest } from '../../src/node/ingest.ts'
import { openLiveEngine } from '../../src/node/open-live-engine.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { silent } from '../../src/node/progress.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'
import { smallCorpus } from './small-corpus.ts'
import { useTempFolders, writeFiles } from './temp-folders.ts'

const folder = useTempFolders()
let embedder: Embedder
beforeAll(async () => {
  embedder = await loadEmbedder(DEFAULT_MODEL)
})

/** An engine over the small corpus, the news of its index, and a way to build that index again. */
async function open() {
  const [corpus, index] = [await folder(smallCorpus), await folder()]
  const news: string[] = []
  const opened = await openLiveEngine(
    { corpus, index, model: DEFAULT_MODEL },
    silent,
    {
      taken: ({ counts }) => void news.push(`taken: ${counts.sources}`),
      refused: (reason) => void news.push(reason.replaceAll(index, 'INDEX')),
    },
    100,
  )
  onTestFinished(opened.stop)
  const build = async (by = embedder) => ingest(await readCorpus(corpus), index, by)
  const comes = async (count: number) => {
    while (news.length < count) await pause(20)
    // A second line for the same change would come with the next looks.
    await pause(300)
    return news
  }
  return { ...opened, corpus, index, news, build, comes }
}
const idsOf = ({ engine }: Awaited<ReturnType<typeof open>>) => engine.sources.map(({ id }) => id)

test('a new index is taken up once, and is the one that answers', async () => {
  const opened = await open()
  await rm(join(opened.corpus, 'heart.md'))
  await opened.build()
  expect(await opened.comes(1)).toEqual(['taken: 1'])
  expect(idsOf(opened)).toEqual(['bone'])
  const found = await opened.engine.search('How often does the heart beat?', 50)
  expect(found.map(({ passage }) => passage.sourceId)).not.toContain('heart')

  await writeFiles(opened.corpus, { 'heart.md': smallCorpus['heart.md'] })
  await opened.build()
  expect(await opened.comes(2)).toEqual(['taken: 1', 'taken: 2'])
  expect((await opened.engine.search('How often does the heart beat?', 1))[0]?.passage.sourceId).toBe('heart')
})

test('the same index built again is no news', async () => {
  const opened = await open()
  await opened.build()
  await pause(500)
  expect(opened.news).toEqual([])
})

test('a torn index is told once and not served; mended, it is', async () => {
  const opened = await open()
  await rm(join(opened.corpus, 'heart.md'))
  const elsewhere = await folder()
  const { folder: build } = await ingest(await readCorpus(opened.corpus), elsewhere, embedder)
  const file = join(elsewhere, build, 'corpus.json')
  const whole = await readFile(file)
  await truncate(file, whole.length - 1)
  await rename(join(elsewhere, build), join(opened.index, build))
  await rename(join(elsewhere, 'manifest.json'), join(opened.index, 'manifest.json'))
  const torn = 'The index in INDEX is torn: corpus.json is missing or altered. Run `npm run index` to build it.'
  expect(await opened.comes(1)).toEqual([torn])
  expect(idsOf(opened)).toEqual(['bone', 'heart'])
  expect((await opened.engine.search('How often does the heart beat?', 1))[0]?.passage.sourceId).toBe('heart')

  await writeFile(join(opened.index, build, 'corpus.json'), whole)
  expect(await opened.comes(2)).toEqual([torn, 'taken: 1'])
  expect(idsOf(opened)).toEqual(['bone'])
})

test('an index of another model, and none at all, are told and not served', async () => {
  const opened = await open()
  await opened.build({ ...embedder, modelHash: 'f'.repeat(64) })
  expect(await opened.comes(1)).toEqual([
    'The index in INDEX is stale: it was built with another model. Run `npm run index` to build it.',
  ])
  await rm(join(opened.index, 'manifest.json'))
  expect((await opened.comes(2))[1]).toBe('There is no index in INDEX. Run `npm run index` to build it.')
  expect(idsOf(opened)).toEqual(['bone', 'heart'])
  expect((await opened.engine.search('femur', 1))[0]?.passage.sourceId).toBe('bone')
})
