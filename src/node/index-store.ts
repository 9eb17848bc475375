import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../core/ingest/manifest.ts'
import type { VectorIndex } from '../core/ports.ts'
import type { Corpus, Row } from '../core/retrieval/corpus-rows.ts'
import { buildLexicalIndex, type LexicalIndex, loadLexicalIndex } from '../core/retrieval/lexical-index.ts'
import type { PackedTokens, TokenVectors } from '../core/retrieval/token-vectors.ts'
import { readFloats } from './float-files.ts'
import { IndexError } from './index-error.ts'
import { firstFault, hashFiles, type ManifestFacts, readManifest, swapIn } from './index-folder.ts'
import type { ParsedRecord } from './parsed-sources.ts'
import type { WrittenFiles } from './share-folders.ts'
import { readShares, SHARE_FILES, type SharedTexts, writeShares } from './shares.ts'
import type { StoredRows } from './token-files.ts'
import { openTokenShareRows, openTokenShares, writeTokenShares } from './token-shares.ts'
import { loadHnswIndex, readRowVectors, writeHnswIndex } from './vectors/hnsw-index.ts'

const CORPUS = 'corpus.json'
const PARSED = 'parsed.json'
const LEXICAL = 'lexical.json'
const VECTORS = 'vectors'
const TOKENS = 'tokens'
const PASSAGES = 'passages.f32'
/** Beside them, the files of the shares. */
const REQUIRED = [CORPUS, PARSED, LEXICAL, PASSAGES, ...SHARE_FILES]

export interface RowContent {
  /** What is embedded for the rows. */
  readonly shared: SharedTexts
  readonly vectorOf: (text: string) => Float32Array
  readonly tokensOf: (text: string) => PackedTokens
}

export interface IndexContent {
  /** `writeWords` on its way. */
  readonly words: Promise<void>
  /** `writeRows` on its way. */
  readonly rows: Promise<Manifest['files']>
  readonly passages: Float32Array
  /** Called when all has been read; what it closes is in the way of the swap. */
  readonly release: () => Promise<void>
}

export interface LoadedIndex {
  readonly manifest: Manifest
  readonly corpus: Corpus
  readonly vectors: VectorIndex
  readonly tokens: TokenVectors
  readonly passages: Float32Array
  readonly lexical: LexicalIndex
  /** Gives back at once what the garbage collector would free late or never. Nothing may be asked of it afterwards. */
  close(): void
}

/** An index that a later build takes over what has not changed from. */
export interface OlderIndex {
  readonly manifest: Manifest
  /** Its folders of graphs and of token vectors. */
  readonly folders: { readonly graphs: string; readonly tokens: string }
  readonly corpus: Corpus
  readonly parsed: ParsedRecord
  /** Of a row, and the vectors of passages one after the other. */
  vector(row: number): Float32Array
  readonly passages: Float32Array
  readonly tokens: StoredRows
}

/** Writes what needs no vectors. */
export async function writeWords(
  side: string,
  { corpus, parsed, rows }: { readonly corpus: Corpus; readonly parsed: ParsedRecord; readonly rows: readonly Row[] },
): Promise<void> {
  await writeFile(join(side, CORPUS), JSON.stringify(corpus))
  await writeFile(join(side, PARSED), JSON.stringify(parsed))
  await writeFile(join(side, LEXICAL), JSON.stringify(await buildLexicalIndex(rows)))
}

/**
 * Writes what needs the vectors of rows alone: other processes build the graphs while the rest is written and hashed
 * here, of a large corpus gigabytes.
 * @returns the files with their hashes, without those of the shares
 */
export async function writeRows(
  side: string,
  { shared, vectorOf, tokensOf }: RowContent,
  dimensions: number,
  older: OlderIndex | null,
): Promise<Manifest['files']> {
  const hash = (folder: string) => (written: WrittenFiles) => hashWritten(side, folder, written, older)
  const [graphs, tokens] = await Promise.all([
    writeHnswIndex(join(side, VECTORS), shared, vectorOf, dimensions, older?.folders.graphs).then(hash(VECTORS)),
    writeTokenShares(join(side, TOKENS), shared, tokensOf, older?.folders.tokens).then(hash(TOKENS)),
    writeShares(side, shared),
  ])
  return { ...graphs, ...tokens }
}

/** Those that are the very files of the older index have the hashes that it was opened with. */
function hashWritten(
  side: string,
  folder: string,
  { files, kept }: WrittenFiles,
  older: OlderIndex | null,
): Promise<Manifest['files']> {
  const inSide = (name: string) => `${folder}/${name}`
  const known = older ? pick(older.manifest.files, kept.map(inSide)) : {}
  return hashFiles(side, files.map(inSide), known)
}

/** @param side as `openSide` makes it */
export async function writeIndex(
  folder: string,
  side: string,
  facts: ManifestFacts,
  content: IndexContent,
): Promise<Manifest> {
  await writeFile(join(side, PASSAGES), content.passages)
  await content.words
  const rows = await content.rows
  await content.release()
  return swapIn(folder, side, facts, { ...(await hashFiles(side, REQUIRED)), ...rows })
}

function pick(files: Manifest['files'], names: readonly string[]): Manifest['files'] {
  return Object.fromEntries(names.flatMap((name) => (files[name] === undefined ? [] : [[name, files[name]]])))
}

/**
 * Loads an index that was made by this model, of this corpus where one is named, every file checked against the manifest.
 * @throws IndexError if it is missing, foreign, stale or torn; the message says how to mend it
 */
export async function loadIndex(
  folder: string,
  expected: { readonly modelHash: string; readonly corpusHash?: string },
): Promise<LoadedIndex> {
  const manifest = await readManifest(folder)
  if (expected.corpusHash !== undefined && manifest.corpusHash !== expected.corpusHash) {
    throw new IndexError('stale', `The index in ${folder} is stale: the corpus has changed since it was built.`)
  }
  if (manifest.modelHash !== expected.modelHash) {
    throw new IndexError('stale', `The index in ${folder} is stale: it was built with another model.`)
  }
  const files = join(folder, manifest.folder)
  const fault = REQUIRED.find((name) => !(name in manifest.files)) ?? (await firstFault(files, manifest))
  if (fault !== null) throw new IndexError('torn', `The index in ${folder} is torn: ${fault} is missing or altered.`)
  const [corpus, lexical, passages] = [
    await readJson(join(files, CORPUS)),
    loadLexicalIndex(await readJson(join(files, LEXICAL))),
    await readFloats(join(files, PASSAGES)),
  ]
  const shares = await readShares(files)
  const { dimensions } = manifest.settings
  const vectors = await loadHnswIndex(join(files, VECTORS), shares, dimensions)
  const { tokens, close } = await openTokenShares(join(files, TOKENS), shares, dimensions)
  return {
    manifest,
    corpus,
    lexical,
    passages,
    vectors,
    tokens,
    close() {
      vectors.close()
      close()
    },
  }
}

/** The vector of each row, exact, where the graphs' own copies are rounded. */
export async function readVectors(folder: string, manifest: Manifest): Promise<(row: number) => Float32Array> {
  const files = join(folder, manifest.folder)
  const shares = await readShares(files)
  const { vectors, places } = await readRowVectors(join(files, VECTORS), shares, manifest.settings.dimensions)
  return (row) => vectors[places[row] as number] as Float32Array
}

/** The index of a folder, whole and of this model, or null. The caller closes its `tokens`. */
export async function openOlder(folder: string, modelHash: string): Promise<OlderIndex | null> {
  const manifest = await readManifest(folder).catch(() => null)
  if (manifest?.modelHash !== modelHash) return null
  const files = join(folder, manifest.folder)
  if (!REQUIRED.every((name) => name in manifest.files) || (await firstFault(files, manifest)) !== null) return null
  return {
    manifest,
    folders: { graphs: join(files, VECTORS), tokens: join(files, TOKENS) },
    corpus: await readJson(join(files, CORPUS)),
    parsed: await readJson(join(files, PARSED)),
    vector: await readVectors(folder, manifest),
    passages: await readFloats(join(files, PASSAGES)),
    tokens: await openTokenShareRows(join(files, TOKENS), await readShares(files), manifest.settings.dimensions),
  }
}

async function readJson(file: string) {
  return JSON.parse(await readFile(file, 'utf8'))
}
