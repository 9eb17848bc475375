import { createHash } from 'node:crypto'
import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import type { PackedTokens } from '../core/retrieval/token-vectors.ts'
import { createSlab } from './slab.ts'

/**
 * What a build has embedded so far, batch by batch in one file that only grows. A batch is its length, its sha256 and its
 * texts; a build that was killed leaves whole batches and perhaps half of one, which the next build cuts off.
 */
export interface Journal {
  /** Texts that it holds. */
  readonly size: number
  /** One batch. @throws Error when it is closed */
  add(texts: readonly EmbeddedText[]): void
  has(text: string, withTokens: boolean): boolean
  vector(text: string): Float32Array | null
  tokens(text: string): PackedTokens | null
  /** May be called again. */
  close(): void
}

export interface EmbeddedText {
  readonly text: string
  readonly vector: Float32Array
  /** Null where only the vector is needed. */
  readonly tokens: PackedTokens | null
}

const HASH = 32
const HEAD = 4 + HASH
/** Of an entry: the sha256 of its text, and the number of its tokens. */
const ENTRY_HEAD = HASH + 4
/** Stands for no tokens kept, which a text of no tokens isn't. */
const NO_TOKENS = 0xffffffff

interface Place {
  readonly at: number
  readonly count: number
}

/** @param identity of what made the vectors: a journal of something else is begun anew */
export function openJournal(file: string, identity: string, dimensions: number): Journal {
  const handle = openSync(file, 'a+')
  let isOpen = true
  const places = new Map<string, Place>()
  const head = sha256(Buffer.from(identity))
  const take = createSlab()
  const read = (at: number, length: number): Uint8Array => {
    const bytes = take(length)
    let done = 0
    while (done < length) {
      const count = readSync(handle, bytes, done, length - done, at + done)
      if (count === 0) break
      done += count
    }
    return bytes.subarray(0, done)
  }
  const sizeOf = (count: number) => 4 * dimensions + (count === NO_TOKENS ? 0 : count * (8 + dimensions))
  const padded = (size: number) => (size + 3) & ~3
  const remember = (batch: Uint8Array, start: number) => {
    const view = new DataView(batch.buffer, batch.byteOffset)
    for (let at = 0; at < batch.length; ) {
      const key = keyOf(batch.subarray(at, at + HASH))
      const count = view.getUint32(at + HASH, true)
      places.set(key, { at: start + at + ENTRY_HEAD, count })
      at += ENTRY_HEAD + padded(sizeOf(count))
    }
  }

  let end = HASH
  if (Buffer.compare(read(0, HASH), head) !== 0) {
    ftruncateSync(handle, 0)
    writeSync(handle, head)
  }
  for (const fileSize = fstatSync(handle).size; end + HEAD <= fileSize; ) {
    const start = read(end, HEAD)
    const length = new DataView(start.buffer, start.byteOffset).getUint32(0, true)
    if (end + HEAD + length > fileSize) break
    const batch = read(end + HEAD, length)
    if (Buffer.compare(sha256(batch), start.subarray(4)) !== 0) break
    remember(batch, end + HEAD)
    end += HEAD + length
  }
  ftruncateSync(handle, end)

  const find = (text: string) => places.get(keyOf(sha256(Buffer.from(text))))
  return {
    get size() {
      return places.size
    },
    add(texts) {
      // The number of a closed file may be that of another one by now.
      if (!isOpen) throw new Error('The journal is closed.')
      const parts = texts.flatMap(({ text, vector, tokens }) => {
        if (vector.length !== dimensions)
          throw new RangeError(`A vector has ${vector.length} numbers, not ${dimensions}.`)
        const count = tokens ? tokens.scales.length : NO_TOKENS
        const body = [vector, ...(tokens ? [tokens.scales, tokens.pieces, tokens.bytes] : [])].map(toBytes)
        const size = sizeOf(count)
        return [sha256(Buffer.from(text)), toBytes(Uint32Array.of(count)), ...body, new Uint8Array(padded(size) - size)]
      })
      const batch = Buffer.concat(parts)
      const record = Buffer.concat([toBytes(Uint32Array.of(batch.length)), sha256(batch), batch])
      for (let done = 0; done < record.length; ) done += writeSync(handle, record, done)
      remember(batch, end + HEAD)
      end += record.length
    },
    has(text, withTokens) {
      const place = find(text)
      return place !== undefined && !(withTokens && place.count === NO_TOKENS)
    },
    vector(text) {
      const place = find(text)
      if (!place) return null
      const { buffer, byteOffset } = read(place.at, 4 * dimensions)
      return new Float32Array(buffer, byteOffset, dimensions)
    },
    tokens(text) {
      const place = find(text)
      if (!place || place.count === NO_TOKENS) return null
      const { buffer, byteOffset: at } = read(place.at + 4 * dimensions, place.count * (8 + dimensions))
      return {
        scales: new Float32Array(buffer, at, place.count),
        pieces: new Uint32Array(buffer, at + 4 * place.count, place.count),
        bytes: new Uint8Array(buffer, at + 8 * place.count, place.count * dimensions),
      }
    },
    close() {
      if (isOpen) closeSync(handle)
      isOpen = false
    },
  }
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}

const keyOf = (hash: Uint8Array) => Buffer.from(hash.buffer, hash.byteOffset, HASH).toString('base64')

function toBytes({ buffer, byteOffset, byteLength }: Uint8Array | Uint32Array | Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
