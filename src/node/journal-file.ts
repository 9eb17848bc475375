import { createHash } from 'node:crypto'
import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import type { PackedTokens } from '../core/retrieval/token-vectors.ts'
import { createReadAhead } from './read-ahead.ts'
import { createSlab } from './slab.ts'

/**
 * Embedded texts, batch by batch in one file that only grows. A batch is its length, its sha256 and its texts; a process
 * that was killed leaves whole batches and perhaps half of one, which is cut off when the file is opened again.
 */
export interface JournalFile {
  /** What it held when it was opened: places by the key of their text. */
  readonly found: ReadonlyMap<string, Place>
  /** One batch. @returns the place of each text @throws Error when it is closed */
  add(texts: readonly EmbeddedText[]): Place[]
  vector(place: Place): Float32Array
  /** They stand in memory that the next call of `tokens` writes over. Null where only the vector was kept. */
  tokens(place: Place): PackedTokens | null
  /** May be called again. */
  close(): void
}

export interface EmbeddedText {
  readonly text: string
  readonly vector: Float32Array
  /** Null where only the vector is needed. */
  readonly tokens: PackedTokens | null
}

export interface Place {
  /** Of its vector, in bytes from the start of the file. */
  readonly at: number
  /** Number of its tokens, or `NO_TOKENS`. */
  readonly count: number
}

/** Stands for no tokens kept, which a text of no tokens isn't. */
export const NO_TOKENS = 0xffffffff

const HASH = 32
const HEAD = 4 + HASH
/** Of an entry: the sha256 of its text, and the number of its tokens. */
const ENTRY_HEAD = HASH + 4

/** What a text is found by when all that is left of it is its hash. */
export const keyOf = (text: string) => toKey(sha256(Buffer.from(text)))

/** @param identity of what made the vectors: a file of something else is begun anew */
export function openJournalFile(file: string, identity: string, dimensions: number): JournalFile {
  const handle = openSync(file, 'a+')
  let isOpen = true
  const found = new Map<string, Place>()
  const head = sha256(Buffer.from(identity))
  const read = createReadAhead(handle)
  /** Apart: what `tokens` gave stays as it is while vectors are read. */
  const readTokens = createReadAhead(handle)
  const toRecord = createRecorder(dimensions)
  const take = createSlab()

  let end = HASH
  if (Buffer.compare(read(0, HASH), head) !== 0) {
    ftruncateSync(handle, 0)
    writeSync(handle, head)
  }
  for (const fileSize = fstatSync(handle).size; end + HEAD <= fileSize; ) {
    const { length, hash } = splitHead(read(end, HEAD))
    if (end + HEAD + length > fileSize) break
    const batch = read(end + HEAD, length)
    if (Buffer.compare(sha256(batch), hash) !== 0) break
    for (const { key, at, count } of eachEntry(batch, dimensions)) found.set(key, { at: end + HEAD + at, count })
    end += HEAD + length
  }
  ftruncateSync(handle, end)

  /** The number of a closed file may be that of another one by now. */
  const mustBeOpen = () => {
    if (!isOpen) throw new Error('The journal is closed.')
  }
  return {
    found,
    add(texts) {
      mustBeOpen()
      const { record, places } = toRecord(texts)
      for (let done = 0; done < record.length; ) done += writeSync(handle, record, done)
      const start = end
      end += record.length
      return places.map(({ at, count }) => ({ at: start + at, count }))
    },
    vector({ at }) {
      mustBeOpen()
      const bytes = take(4 * dimensions)
      bytes.set(read(at, bytes.length))
      return new Float32Array(bytes.buffer, bytes.byteOffset, dimensions)
    },
    tokens({ at, count }) {
      mustBeOpen()
      if (count === NO_TOKENS) return null
      const { buffer, byteOffset: from } = readTokens(at + 4 * dimensions, count * (8 + dimensions))
      return {
        scales: new Float32Array(buffer, from, count),
        pieces: new Uint32Array(buffer, from + 4 * count, count),
        bytes: new Uint8Array(buffer, from + 8 * count, count * dimensions),
      }
    },
    close() {
      if (isOpen) closeSync(handle)
      isOpen = false
    },
  }
}

/** Lays batches out in memory that the next one writes over: buffers of their own keep the garbage collector busy. */
function createRecorder(dimensions: number) {
  let memory = new Uint8Array(0)
  return (texts: readonly EmbeddedText[]) => {
    const length = texts.reduce((sum, { tokens }) => sum + sizeOfEntry(countOf(tokens), dimensions), 0)
    if (HEAD + length > memory.length) memory = new Uint8Array(2 * (HEAD + length))
    const record = memory.subarray(0, HEAD + length)
    const view = new DataView(memory.buffer)
    let at = HEAD
    const places = texts.map(({ text, vector, tokens }): Place => {
      if (vector.length !== dimensions)
        throw new RangeError(`A vector has ${vector.length} numbers, not ${dimensions}.`)
      const place = { at: at + ENTRY_HEAD, count: countOf(tokens) }
      record.set(sha256(Buffer.from(text)), at)
      view.setUint32(at + HASH, place.count, true)
      at += ENTRY_HEAD
      for (const part of [vector, ...(tokens ? [tokens.scales, tokens.pieces, tokens.bytes] : [])]) {
        record.set(toBytes(part), at)
        at += part.byteLength
      }
      const next = place.at - ENTRY_HEAD + sizeOfEntry(place.count, dimensions)
      record.fill(0, at, next)
      at = next
      return place
    })
    view.setUint32(0, length, true)
    record.set(sha256(record.subarray(HEAD)), 4)
    return { record, places }
  }
}

function splitHead(head: Uint8Array) {
  const length = new DataView(head.buffer, head.byteOffset).getUint32(0, true)
  return { length, hash: head.slice(4) }
}

function* eachEntry(batch: Uint8Array, dimensions: number) {
  const view = new DataView(batch.buffer, batch.byteOffset)
  for (let at = 0; at < batch.length; ) {
    const count = view.getUint32(at + HASH, true)
    yield { key: toKey(batch.subarray(at, at + HASH)), at: at + ENTRY_HEAD, count }
    at += sizeOfEntry(count, dimensions)
  }
}

const countOf = (tokens: PackedTokens | null) => tokens?.scales.length ?? NO_TOKENS

/** In bytes; a multiple of four, so that numbers can be read where they stand. */
function sizeOfEntry(count: number, dimensions: number): number {
  const size = 4 * dimensions + (count === NO_TOKENS ? 0 : count * (8 + dimensions))
  return ENTRY_HEAD + ((size + 3) & ~3)
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}

const toKey = (hash: Uint8Array) => Buffer.from(hash.buffer, hash.byteOffset, HASH).toString('base64')

function toBytes({ buffer, byteOffset, byteLength }: Uint8Array | Uint32Array | Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
