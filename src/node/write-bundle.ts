import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  BUNDLE_FOLDER,
  BUNDLE_MANIFEST,
  BUNDLE_VERSION,
  type BundleFile,
  type BundleManifest,
  type BundlePart,
} from '../core/bundle.ts'
import { packVectors } from '../core/retrieval/token-vectors.ts'
import { WORDINGS } from '../core/safety/wordings.ts'
import { type LoadedIndex, readVectors } from './index-store.ts'
import { sha256 } from './model/model-files.ts'
import type { PackedModel } from './model/pack-model.ts'

/** Cloudflare takes static assets of up to 25 MiB. */
const MAX_PART = 24 * 1024 * 1024

export interface BundleContent {
  /** Folder of the model, for its tokenizer. */
  readonly modelFolder: string
  readonly modelHash: string
  readonly model: PackedModel
  readonly index: LoadedIndex
  /** The folder that it was loaded from. */
  readonly indexFolder: string
  /** As `loadWordingVectors` gives them. */
  readonly wordings: Float32Array
}

/**
 * Writes what the Worker needs into a folder of static assets; an older bundle in it is replaced.
 * @throws RangeError if the index was made by another model, or is too large for a Worker
 */
export async function writeBundle(folder: string, content: BundleContent): Promise<BundleManifest> {
  const { modelHash, model, index } = content
  if (index.manifest.modelHash !== modelHash) throw new RangeError('The index was made by another model.')
  if (index.tokens.copyRow) throw new RangeError('The corpus is too large for a Worker: serve it with Node.')
  await rm(join(folder, BUNDLE_FOLDER), { recursive: true, force: true })
  await mkdir(join(folder, BUNDLE_FOLDER), { recursive: true })
  const files: Partial<Record<BundleFile, BundlePart[]>> = {}
  for (const [name, bytes] of await collectFiles(content)) files[name] = await writeParts(folder, bytes)
  const manifest: BundleManifest = {
    format: 'quotewell-bundle',
    version: BUNDLE_VERSION,
    model: { hash: modelHash, shape: model.shape },
    index: { modelHash: index.manifest.modelHash, corpusHash: index.manifest.corpusHash },
    wordings: { modelHash, hash: sha256(JSON.stringify(WORDINGS.map(({ text }) => text))) },
    files: files as Record<BundleFile, BundlePart[]>,
  }
  await writeFile(join(folder, BUNDLE_MANIFEST), JSON.stringify(manifest))
  return manifest
}

async function collectFiles({ modelFolder, model, index, indexFolder, wordings }: BundleContent) {
  const { corpus, lexical, vectors, passages, tokens } = index
  const dimensions = model.shape.width
  const vectorOf = await readVectors(indexFolder, index.manifest)
  const rows = new Float32Array(vectors.size * dimensions)
  for (let row = 0; row < vectors.size; row++) rows.set(vectorOf(row), row * dimensions)
  const packed = packVectors(rows, dimensions)
  return new Map<BundleFile, Uint8Array>([
    ['model', model.bytes],
    ['tokenizer.json', await readFile(join(modelFolder, 'tokenizer.json'))],
    ['tokenizer_config.json', await readFile(join(modelFolder, 'tokenizer_config.json'))],
    ['corpus.json', toBytes(corpus)],
    ['lexical.json', toBytes(lexical)],
    ['rows.u8', packed.bytes],
    ['row-scales.f32', viewBytes(packed.scales)],
    ['passages.f32', viewBytes(passages)],
    ['wordings.f32', viewBytes(wordings)],
    ['tokens.u8', tokens.bytes],
    ['scales.f32', viewBytes(tokens.scales)],
    ['starts.u32', viewBytes(tokens.starts)],
    ['frequencies.u32', viewBytes(tokens.frequencies)],
  ])
}

const toBytes = (value: object) => new TextEncoder().encode(JSON.stringify(value))
const viewBytes = (values: ArrayBufferView) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength)

/** Named after their content, so that no cache can hand an older one out. */
async function writeParts(folder: string, bytes: Uint8Array): Promise<BundlePart[]> {
  const parts: BundlePart[] = []
  for (let from = 0; from < bytes.length; from += MAX_PART) {
    const content = bytes.subarray(from, from + MAX_PART)
    const hash = sha256(content)
    const path = `${BUNDLE_FOLDER}/${hash.slice(0, 32)}.bin`
    await writeFile(join(folder, path), content)
    parts.push({ path, bytes: content.length, sha256: hash })
  }
  return parts
}
