import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BUNDLE_MANIFEST, type BundleManifest } from '../../src/core/bundle.ts'
import { readCorpus } from '../../src/node/corpus-files.ts'
import { loadIndex } from '../../src/node/index-store.ts'
import { ingest } from '../../src/node/ingest.ts'
import { packModel } from '../../src/node/model/pack-model.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { silent } from '../../src/node/progress.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'
import { loadWordingVectors } from '../../src/node/wording-vectors.ts'
import { writeBundle } from '../../src/node/write-bundle.ts'
import type { Assets } from '../../src/worker/bundle.ts'
import { smallCorpus } from '../node/small-corpus.ts'
import type { Files } from '../node/temp-folders.ts'

/** Writes the bundle of two small sources with the real model into a folder. */
export async function writeSmallBundle(makeFolder: (files?: Files) => Promise<string>): Promise<string> {
  const embedder = await loadEmbedder(DEFAULT_MODEL)
  const { modelHash } = embedder
  const [corpus, built, assets] = [await makeFolder(smallCorpus), await makeFolder(), await makeFolder()]
  const files = await readCorpus(corpus)
  await ingest(files, built, embedder, silent)
  const index = await loadIndex(built, { modelHash, corpusHash: files.hash })
  const wordings = await loadWordingVectors(embedder, silent)
  const model = await packModel(DEFAULT_MODEL)
  await writeBundle(assets, { modelFolder: DEFAULT_MODEL, modelHash, model, index, indexFolder: built, wordings })
  return assets
}

/** What stands in the place of an asset: nothing, or other bytes. */
export type Change = (bytes: Buffer) => Buffer | null

/** A folder as a Worker's binding hands it out; `changes` by path. */
export function assetsOf(folder: string, changes: Readonly<Record<string, Change>> = {}): Assets {
  return {
    async fetch(url) {
      const path = new URL(url).pathname.slice(1)
      const bytes = await readFile(join(folder, path)).catch(() => null)
      const given = bytes && (changes[path]?.(bytes) ?? (path in changes ? null : bytes))
      return given ? new Response(new Uint8Array(given)) : new Response(null, { status: 404 })
    },
  }
}

export async function readManifest(folder: string): Promise<BundleManifest> {
  return JSON.parse(await readFile(join(folder, BUNDLE_MANIFEST), 'utf8'))
}
