import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildCorpus } from '../../src/core/ingest/build-corpus.ts'
import type { Manifest } from '../../src/core/ingest/manifest.ts'
import { INDEX_VERSION } from '../../src/core/ingest/manifest.ts'
import type { Embedder } from '../../src/core/ports.ts'
import { toEmbeddedText, toRows } from '../../src/core/retrieval/corpus-rows.ts'
import { type CorpusFolder, readCorpus } from '../../src/node/corpus-files.ts'
import { IndexError } from '../../src/node/index-error.ts'
import { loadIndex } from '../../src/node/index-store.ts'
import { ingest } from '../../src/node/ingest.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'
import { smallCorpus, smallCounts } from './small-corpus.ts'
import { readTree, useTempFolders, writeFiles } from './temp-folders.ts'

const folder = useTempFolders()
let embedder: Embedder
let small: CorpusFolder
/** Another corpus, whose build gets another name. */
let other: CorpusFolder

beforeAll(async () => {
  embedder = await loadEmbedder(DEFAULT_MODEL)
  small = await readCorpus(await folder(smallCorpus))
  other = await readCorpus(await folder({ 'heart.md': smallCorpus['heart.md'] }))
})

const write = (path: string, corpus = small) => ingest(corpus, path, embedder)
/** A folder with an index of the small corpus in it. */
async function written(): Promise<string> {
  const path = await folder()
  await write(path)
  return path
}
type Identity = Pick<Manifest, 'modelHash' | 'corpusHash'>
const identity = (): Identity => ({ modelHash: embedder.modelHash, corpusHash: small.hash })
const builds = async (path: string) => (await readdir(path)).filter((name) => name.startsWith('build'))

/** The fault of an index and its message, or 'none'. */
async function faultOf(path: string, expected = identity()): Promise<string> {
  const error = await loadIndex(path, expected).then(
    () => null,
    (thrown) => thrown,
  )
  if (error === null) return 'none'
  expect(error).toBeInstanceOf(IndexError)
  return `${error.fault}: ${error.message.replaceAll(path, 'INDEX')}`
}

describe('an index that was written', () => {
  test('is loaded as it was', async () => {
    const corpus = buildCorpus(small.inputs)
    const vectors = await embedder.embed(toRows(corpus).map(toEmbeddedText))
    const loaded = await loadIndex(await written(), identity())
    expect(loaded.corpus).toEqual(corpus)
    expect(loaded.vectors.size).toBe(vectors.length)
    const nearest = vectors.map(async (vector) => (await loaded.vectors.nearest(vector, 1))[0]?.row)
    expect(await Promise.all(nearest)).toEqual(vectors.map((_, row) => row))
    expect(loaded.tokens.starts).toHaveLength(vectors.length + 1)
    expect(loaded.tokens.bytes).toHaveLength((loaded.tokens.starts.at(-1) as number) * embedder.dimensions)
    expect(loaded.passages).toHaveLength(corpus.passages.length * embedder.dimensions)
    expect(loaded.lexical.search('femur', 1)[0]?.row).toBe(4)
  })

  test('says in its manifest what it was made of', async () => {
    const path = await written()
    const manifest = await readManifest(path)
    expect(manifest).toMatchObject({
      format: 'quotewell-index',
      version: INDEX_VERSION,
      ...identity(),
      counts: smallCounts,
      settings: { dimensions: 384, maxQuoteChars: 700 },
      folder: expect.stringMatching(/^build-[0-9a-f]{16}$/),
    })
    expect(manifest.files).toEqual(await readTree(join(path, manifest.folder)))
  })

  test('is the same, byte for byte, when it is written again, here or elsewhere', async () => {
    const path = await written()
    const first = await readTree(path)
    expect(await readTree(await written())).toEqual(first)
    await write(path)
    expect((await readTree(path))['manifest.json']).toBe(first['manifest.json'])
    expect(await faultOf(path)).toBe('none')
  })
})

describe('an index that must not be served says why and how to mend it', () => {
  const MEND = 'Run `npm run index` to build it.'

  test('there is none', async () => {
    const path = await folder()
    expect(await faultOf(path)).toBe(`missing: There is no index in INDEX. ${MEND}`)
    const nowhere = join(path, 'nowhere')
    expect(await faultOf(nowhere)).toBe(`missing: There is no index in INDEX. ${MEND}`)
  })

  test('the corpus has changed', async () => {
    expect(await faultOf(await written(), { ...identity(), corpusHash: other.hash })).toBe(
      `stale: The index in INDEX is stale: the corpus has changed since it was built. ${MEND}`,
    )
  })

  test('the model is another', async () => {
    expect(await faultOf(await written(), { ...identity(), modelHash: 'f'.repeat(64) })).toBe(
      `stale: The index in INDEX is stale: it was built with another model. ${MEND}`,
    )
  })

  test.each([1_000_000, 0, '1', undefined])('the format is version %j', async (version) => {
    const path = await written()
    const { version: current } = await readManifest(path)
    await rewriteManifest(path, { version })
    expect(await faultOf(path)).toBe(
      `stale: The index in INDEX has format ${version}, this program reads ${current}. ${MEND}`,
    )
  })

  test('a file is gone, cut short or altered', async () => {
    const path = await written()
    const { folder: build, files } = await readManifest(path)
    expect(Object.keys(files).length).toBeGreaterThan(4)
    for (const name of Object.keys(files)) {
      const torn = `torn: The index in INDEX is torn: ${name} is missing or altered. ${MEND}`
      const file = join(path, build, name)
      const whole = await readFile(file)
      await truncate(file, whole.length - 1)
      expect(await faultOf(path)).toBe(torn)
      await writeFile(
        file,
        whole.map((byte, at) => (at === 0 ? byte ^ 1 : byte)),
      )
      expect(await faultOf(path)).toBe(torn)
      await rm(file)
      expect(await faultOf(path)).toBe(torn)
      await writeFile(file, whole)
      expect(await faultOf(path)).toBe('none')
    }
  })

  test('the files are gone', async () => {
    const path = await written()
    await rm(join(path, (await readManifest(path)).folder), { recursive: true })
    expect(await faultOf(path)).toMatch(/^torn: /)
  })

  test('the manifest is cut short', async () => {
    const path = await written()
    await truncate(join(path, 'manifest.json'), 200)
    expect(await faultOf(path)).toBe(`torn: The index in INDEX is torn: manifest.json. ${MEND}`)
  })

  test.each(['modelHash', 'counts', 'folder', 'files'])('the manifest lacks %s', async (field) => {
    const path = await written()
    await rewriteManifest(path, { [field]: undefined })
    expect(await faultOf(path)).toBe(`torn: The index in INDEX is torn: manifest.json. ${MEND}`)
  })

  test.each(['{"name":"web app"}', '[]', 'null', '"x"'])('the manifest is that of something else: %s', async (json) => {
    expect(await faultOf(await folder({ 'manifest.json': json }))).toBe(
      'foreign: INDEX holds no Quotewell index. Choose another folder with --index or QUOTEWELL_INDEX, or empty this one.',
    )
  })

  test('each but a foreign one is mended by writing again', async () => {
    const path = await written()
    await rm(join(path, (await readManifest(path)).folder, 'corpus.json'))
    await write(path)
    expect(await faultOf(path)).toBe('none')
    await truncate(join(path, 'manifest.json'), 200)
    await write(path)
    expect(await faultOf(path)).toBe('none')
    await rewriteManifest(path, { version: 0 })
    await write(path)
    expect(await faultOf(path)).toBe('none')
  })
})

describe('a folder that holds something else is refused and left as it is', () => {
  test.each([
    ['other files', { 'thesis.docx': 'x' }],
    ['other folders', { 'photos/one.jpg': 'x' }],
    ['the manifest of something else', { 'manifest.json': '{"name":"web app"}' }],
    ['other files and a README', { 'README.md': 'x', 'index.html': 'x' }],
    ['a manifest that is no JSON, beside other files', { 'manifest.json': '// web app\n{}', 'index.html': 'x' }],
  ])('%s', async (_, files) => {
    const path = await folder(files)
    const before = await readTree(path)
    await expect(write(path)).rejects.toMatchObject({ fault: 'foreign' })
    expect(await readTree(path)).toEqual(before)
  })
})

describe('around the index', () => {
  test('a folder that is not there is made', async () => {
    const path = join(await folder(), 'deep', 'index')
    await write(path)
    expect(await faultOf(path)).toBe('none')
  })

  test('README.md and hidden files stay', async () => {
    const path = await folder({ 'README.md': 'generated', '.gitkeep': '' })
    await write(path)
    await write(path, other)
    expect(await readFile(join(path, 'README.md'), 'utf8')).toBe('generated')
    expect(await readdir(path)).toContain('.gitkeep')
  })

  test('the older build is gone once the new one is in place', async () => {
    const path = await written()
    const { folder: name } = await write(path, other)
    expect(await builds(path)).toEqual([name])
  })

  test('writing the same index again leaves nothing behind', async () => {
    const path = await written()
    const { folder: name } = await write(path)
    expect(await builds(path)).toEqual([name])
  })

  test('what a builder that died left behind is gone; what one that lives is writing stays', async () => {
    // No process has a number this high: Linux ends at 2^22.
    const path = await folder({ 'building-99999999/corpus.json': '{', 'building-99999999.json': '{' })
    await writeFiles(path, { [`building-${process.ppid}/corpus.json`]: '{' })
    const { folder: name } = await write(path)
    expect((await builds(path)).toSorted()).toEqual([name, `building-${process.ppid}`].toSorted())
  })

  test('a write that fails midway leaves the old index whole', async () => {
    const path = await written()
    const faulty: Embedder = {
      ...embedder,
      // Nothing of the older index can be taken over, and the last of the vectors is too short.
      modelHash: 'f'.repeat(64),
      embedTokens: async (texts) =>
        (await embedder.embedTokens(texts)).map((one, at) =>
          at === texts.length - 1 ? { ...one, vector: one.vector.slice(1) } : one,
        ),
    }
    await expect(ingest(other, path, faulty)).rejects.toThrow()
    expect(await faultOf(path)).toBe('none')
  })
})

async function readManifest(path: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8'))
}

async function rewriteManifest(path: string, change: object): Promise<void> {
  await writeFiles(path, { 'manifest.json': JSON.stringify({ ...(await readManifest(path)), ...change }) })
}
