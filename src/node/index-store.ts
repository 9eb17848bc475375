import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { INDEX_VERSION, type Manifest, manifestSchema } from '../core/ingest/manifest.ts'
import type { Corpus } from '../core/retrieval/corpus-rows.ts'
import { type LexicalIndex, loadLexicalIndex } from '../core/retrieval/lexical-index.ts'
import type { TokenVectors } from '../core/retrieval/token-vectors.ts'
import { type HnswIndex, loadHnswIndex, writeHnswIndex } from './hnsw-index.ts'
import { IndexError } from './index-error.ts'
import { sha256 } from './model/model-files.ts'
import { readFloats, readTokens, TOKEN_FILES, writeTokens } from './token-files.ts'

/**
 * An index folder: `manifest.json`, and the folder of files that it names. A new build writes its own folder and then
 * replaces the manifest with one rename, so whoever reads finds the old index or the new one, whole, at every moment.
 */
const MANIFEST = 'manifest.json'
const CORPUS = 'corpus.json'
const LEXICAL = 'lexical.json'
const VECTORS = 'vectors'
const VECTOR_FILES = ['hnswlib.index', 'docstore.json', 'args.json'].map((name) => `${VECTORS}/${name}`)
const TOKENS = 'tokens'
const PASSAGES = 'passages.f32'
const FILES = [CORPUS, LEXICAL, PASSAGES, ...VECTOR_FILES, ...TOKEN_FILES.map((name) => `${TOKENS}/${name}`)]
const BUILD = /^build-[0-9a-f]{16}$|^building-(\d+)$/

export interface IndexContent {
  readonly corpus: Corpus
  readonly vectors: readonly Float32Array[]
  readonly tokens: TokenVectors
  readonly passages: Float32Array
  readonly lexical: LexicalIndex
}

export interface LoadedIndex {
  readonly manifest: Manifest
  readonly corpus: Corpus
  readonly vectors: HnswIndex
  readonly tokens: TokenVectors
  readonly passages: Float32Array
  readonly lexical: LexicalIndex
}

export type ManifestFacts = Pick<Manifest, 'modelHash' | 'corpusHash' | 'counts' | 'settings'>

/** @throws IndexError if the folder holds something else than an index */
export async function writeIndex(folder: string, facts: ManifestFacts, content: IndexContent): Promise<Manifest> {
  await makeFolder(folder)
  await refuseForeign(folder)
  const side = join(folder, `building-${process.pid}`)
  await rm(side, { recursive: true, force: true })
  await mkdir(side)
  await writeFile(join(side, CORPUS), JSON.stringify(content.corpus))
  await writeFile(join(side, LEXICAL), JSON.stringify(content.lexical))
  await writeHnswIndex(join(side, VECTORS), content.vectors, facts.settings.dimensions)
  await writeFile(join(side, PASSAGES), content.passages)
  await writeTokens(join(side, TOKENS), content.tokens)

  const files = Object.fromEntries(await Promise.all(FILES.map(async (name) => [name, await hashFile(side, name)])))
  const identity = { format: 'quotewell-index', version: INDEX_VERSION, ...facts, files } as const
  const manifest: Manifest = { ...identity, folder: `build-${sha256(JSON.stringify(identity)).slice(0, 16)}` }
  await swapIn(folder, side, manifest)
  return manifest
}

async function swapIn(folder: string, side: string, manifest: Manifest): Promise<void> {
  const target = join(folder, manifest.folder)
  if ((await firstFault(target, manifest)) !== null) {
    await rm(target, { recursive: true, force: true })
    await rename(side, target)
  }
  await rm(side, { recursive: true, force: true })
  const draft = `${side}.json`
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`)
  await rename(draft, join(folder, MANIFEST))
  for (const name of await readdir(folder)) {
    if (name !== manifest.folder && isAbandoned(name)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Older builds, and what builders that are no longer alive left behind. */
function isAbandoned(name: string): boolean {
  const match = BUILD.exec(name.replace(/\.json$/, ''))
  return match !== null && (match[1] === undefined || !isAlive(Number(match[1])))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * Loads an index that was made of this corpus by this model, every file checked against the manifest.
 * @throws IndexError if it is missing, foreign, stale or torn; the message says how to mend it
 */
export async function loadIndex(
  folder: string,
  expected: Pick<Manifest, 'modelHash' | 'corpusHash'>,
): Promise<LoadedIndex> {
  const manifest = await readManifest(folder)
  if (manifest.corpusHash !== expected.corpusHash) {
    throw new IndexError('stale', `The index in ${folder} is stale: the corpus has changed since it was built.`)
  }
  if (manifest.modelHash !== expected.modelHash) {
    throw new IndexError('stale', `The index in ${folder} is stale: it was built with another model.`)
  }
  const files = join(folder, manifest.folder)
  const fault = await firstFault(files, manifest)
  if (fault !== null) throw new IndexError('torn', `The index in ${folder} is torn: ${fault} is missing or altered.`)
  const readJson = async (name: string) => JSON.parse(await readFile(join(files, name), 'utf8'))
  return {
    manifest,
    corpus: await readJson(CORPUS),
    lexical: loadLexicalIndex(await readJson(LEXICAL)),
    vectors: await loadHnswIndex(join(files, VECTORS)),
    passages: await readFloats(join(files, PASSAGES)),
    tokens: await readTokens(join(files, TOKENS), manifest.settings.dimensions),
  }
}

/** @throws IndexError */
async function readManifest(folder: string): Promise<Manifest> {
  let json: unknown
  try {
    json = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new IndexError('torn', `The index in ${folder} is torn: ${MANIFEST}.`)
    throw new IndexError('missing', `There is no index in ${folder}.`)
  }
  const { format, version } = (json ?? {}) as Partial<Manifest>
  if (format !== 'quotewell-index') throw new IndexError('foreign', `${folder} holds no Quotewell index.`)
  if (version !== INDEX_VERSION) {
    throw new IndexError('stale', `The index in ${folder} has format ${version}, this program reads ${INDEX_VERSION}.`)
  }
  const parsed = manifestSchema.safeParse(json)
  if (!parsed.success) throw new IndexError('torn', `The index in ${folder} is torn: ${MANIFEST}.`)
  return parsed.data
}

/** A mistyped --index must not mix an index into somebody's folder, nor delete from it. */
async function refuseForeign(folder: string): Promise<void> {
  const fault = await readManifest(folder).then(
    () => null,
    (error) => (error instanceof IndexError ? error : null),
  )
  if (fault?.fault === 'foreign') throw fault
  const ours = (name: string) =>
    name === MANIFEST || /^(readme\.md|\..*)$/i.test(name) || BUILD.test(name.replace(/\.json$/, ''))
  const other = (await readdir(folder)).find((name) => !ours(name))
  if (fault !== null && other !== undefined) throw new IndexError('foreign', `${folder} holds other files (${other}).`)
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new IndexError('foreign', `${folder} can't be made (${(error as NodeJS.ErrnoException).code}).`)
  }
}

/** The first file that is missing or not as the manifest says; null if all is whole. */
async function firstFault(files: string, manifest: Manifest): Promise<string | null> {
  for (const name of FILES) {
    if ((await hashFile(files, name)) !== manifest.files[name]) return name
  }
  return null
}

async function hashFile(folder: string, name: string): Promise<string | null> {
  try {
    return sha256(await readFile(join(folder, name)))
  } catch {
    return null
  }
}
