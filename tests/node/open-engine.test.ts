import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEngine } from '../../src/node/open-engine.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { smallCorpus } from './small-corpus.ts'
import { readTree, useTempFolders, writeFiles } from './temp-folders.ts'

const folder = useTempFolders()

const steps = new Set<string>()
const progress = { report: (step: string) => void steps.add(step) }

/** Opens and tells which steps of building were gone through. */
async function open(corpus: string, index: string) {
  steps.clear()
  const engine = await openEngine({ corpus, index, model: DEFAULT_MODEL }, progress)
  return { ids: engine.sources.map(({ id }) => id), built: [...steps] }
}

test('the index is built where it is missing, stale or torn, and used as it is while it fits', async () => {
  const [corpus, index] = [await folder(smallCorpus), await folder()]
  expect(await open(corpus, index), 'missing').toEqual({ ids: ['bone', 'heart'], built: ['Embedding'] })
  const whole = await readTree(index)

  expect(await open(corpus, index), 'fitting').toEqual({ ids: ['bone', 'heart'], built: [] })
  expect(await readTree(index)).toEqual(whole)

  const build = (await readdir(index)).find((name) => name.startsWith('build-')) as string
  await rm(join(index, build, 'lexical.json'))
  expect((await open(corpus, index)).built, 'torn').toEqual(['Embedding'])
  expect(await readTree(index)).toEqual(whole)

  // A source that was deleted is not cited any more.
  await rm(join(corpus, 'heart.md'))
  expect(await open(corpus, index), 'stale').toEqual({ ids: ['bone'], built: ['Embedding'] })

  // An index of an older corpus is not served in place of one that can't be built.
  await writeFiles(corpus, { 'heart.md': '# no front matter' })
  await expect(open(corpus, index)).rejects.toThrow(/heart\.md:1: no front matter/)
})

test('an index is not built over something else', async () => {
  const index = await folder({ 'manifest.json': '{"name":"web app"}' })
  const before = await readTree(index)
  await expect(open(await folder(smallCorpus), index)).rejects.toMatchObject({ fault: 'foreign' })
  expect([...steps], 'and no time is lost on a build').toEqual([])
  expect(await readTree(index)).toEqual(before)
})
