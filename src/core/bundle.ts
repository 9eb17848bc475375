import { z } from 'zod'
import { bertShape } from './retrieval/bert-layout.ts'

/** Goes up when an older reader could not read the files. */
export const BUNDLE_VERSION = 2
/** In the folder of static assets. */
export const BUNDLE_FOLDER = 'engine'
export const BUNDLE_MANIFEST = `${BUNDLE_FOLDER}/manifest.json`

/** What a bundle holds; numbers are little-endian. */
export const BUNDLE_FILES = [
  'model',
  'tokenizer.json',
  'tokenizer_config.json',
  'corpus.json',
  'lexical.json',
  'rows.u8',
  'row-scales.f32',
  'passages.f32',
  'wordings.f32',
  'tokens.u8',
  'scales.f32',
  'starts.u32',
  'frequencies.u32',
] as const

export type BundleFile = (typeof BUNDLE_FILES)[number]

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const bundlePart = z.object({ path: z.string(), bytes: z.int(), sha256 })
export type BundlePart = z.infer<typeof bundlePart>

/**
 * Model, index and safety wordings as static assets, for a host without files. A file comes in parts, because hosts
 * limit the size of an asset.
 */
export const bundleManifest = z.object({
  format: z.literal('quotewell-bundle'),
  version: z.literal(BUNDLE_VERSION),
  model: z.object({ hash: sha256, shape: bertShape }),
  index: z.object({ modelHash: sha256, corpusHash: sha256 }),
  /** Identity of their texts, in order: their vectors mean nothing beside other texts. */
  wordings: z.object({ modelHash: sha256, hash: sha256 }),
  files: z.record(z.enum(BUNDLE_FILES), z.array(bundlePart)),
})

export type BundleManifest = z.infer<typeof bundleManifest>
