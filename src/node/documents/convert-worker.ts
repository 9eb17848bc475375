/** The other end of `convert-apart.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { CorpusError } from '../../core/errors.ts'
import { convert } from './convert.ts'
import type { Converted, Format } from './document.ts'
import { DocumentError } from './document-error.ts'

export type Reply = { readonly converted: Converted } | { readonly refused: string } | { readonly failed: string }

const { format, bytes } = workerData as { format: Format; bytes: Uint8Array }

try {
  parentPort?.postMessage({ converted: await convert(format, bytes) } satisfies Reply)
} catch (error) {
  const isTold = error instanceof DocumentError || error instanceof CorpusError
  const reply: Reply = isTold ? { refused: error.message } : { failed: error instanceof Error ? error.name : 'error' }
  parentPort?.postMessage(reply)
}
