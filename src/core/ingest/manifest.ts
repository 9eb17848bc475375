import { z } from 'zod'

/** Goes up when an older reader could not read the files. */
export const INDEX_VERSION = 8

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const manifestSchema = z.object({
  format: z.literal('quotewell-index'),
  version: z.literal(INDEX_VERSION),
  /** Identity of the model that made the vectors. */
  modelHash: sha256,
  /** Identity of all corpus files, names and bytes. */
  corpusHash: sha256,
  counts: z.object({
    sources: z.int(),
    passages: z.int(),
    sentences: z.int(),
    questions: z.int(),
    unanswered: z.int(),
  }),
  settings: z.object({ dimensions: z.int(), maxQuoteChars: z.int() }),
  /** Folder beside the manifest that holds the files. */
  folder: z.string(),
  /** sha256 of each file, by its path in the folder. */
  files: z.record(z.string(), sha256),
})

/** What an index was made of. It holds no time, so the same corpus and model give the same manifest. */
export type Manifest = z.infer<typeof manifestSchema>
