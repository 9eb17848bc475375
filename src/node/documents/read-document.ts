import { open, stat } from 'node:fs/promises'
import { convertApart } from './convert-apart.ts'
import type { Converted, Format } from './document.ts'
import { DocumentError } from './document-error.ts'
import { formatOf, formatOfName } from './format.ts'
import { LIMITS } from './limits.ts'

export interface ReadDocument extends Converted {
  readonly bytes: Uint8Array
  readonly format: Format
}

/**
 * Reads a file and converts it. No more is read than the limits allow, whatever the file says of its size.
 * @throws DocumentError if it can't be read, is too large, of no known format, or refused by its reader
 */
export async function readDocument(path: string): Promise<ReadDocument> {
  const named = formatOfName(path)
  const bytes = await readBounded(path, named === 'pdf' || named === 'docx' ? LIMITS.packedBytes : LIMITS.textBytes)
  const format = formatOf(path, bytes)
  return { ...(await convertApart(format, bytes)), bytes, format }
}

async function readBounded(path: string, limit: number): Promise<Uint8Array> {
  const unopened = ({ code }: NodeJS.ErrnoException) => {
    throw new DocumentError(code === 'ENOENT' ? 'There is no such file.' : `It can't be opened (${code}).`)
  }
  // Before it is opened: a pipe would wait for somebody who writes.
  if (!(await stat(path).catch(unopened)).isFile()) throw new DocumentError('It is not a file.')
  const file = await open(path, 'r').catch(unopened)
  try {
    const facts = await file.stat()
    const megabytes = Math.round(limit / 1024 / 1024)
    const tooLarge = new DocumentError(`It is larger than ${megabytes} MB, the most for such a file. Split it.`)
    if (facts.size > limit) throw tooLarge
    if (facts.size === 0) throw new DocumentError('It is empty.')
    const bytes = new Uint8Array(facts.size + 1)
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    // It has grown while it was read: somebody writes to it.
    if (length > facts.size) throw new DocumentError('It is being written to. Try again when that is done.')
    return bytes.slice(0, length)
  } finally {
    await file.close()
  }
}
