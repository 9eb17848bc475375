import { createHash } from 'node:crypto'
import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import type { PackedTokens } from '../core/retrieval/token-vectors.ts'
import { createReadAhead } from './read-ahead.ts'
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
  /** They stand in memory that the next call of `tokens` writes over. */
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
  const places = createPlaces()
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
    for (const { key, at, count } of eachEntry(batch, dimensions)) places.addKey(key, { at: end + HEAD + at, count })
    end += HEAD + length
  }
  ftruncateSync(handle, end)

  return {
    get size() {
      return places.size
    },
    add(texts) {
      // The number of a closed file may be that of another one by now.
      if (!isOpen) throw new Error('The journal is closed.')
      const { record, entries } = toRecord(texts)
      for (let done = 0; done < record.length; ) done += writeSync(handle, record, done)
      for (const { text, at, count } of entries) places.addText(text, { at: end + at, count })
      end += record.length
    },
    has(text, withTokens) {
      const place = places.find(text)
      return place !== undefined && !(withTokens && place.count === NO_TOKENS)
    },
    vector(text) {
      const place = places.find(text)
      if (!place) return null
      const bytes = take(4 * dimensions)
      bytes.set(read(place.at, bytes.length))
      return new Float32Array(bytes.buffer, bytes.byteOffset, dimensions)
    },
    tokens(text) {
      const place = places.find(text)
      if (!place || place.count === NO_TOKENS) return null
      const { buffer, byteOffset: at } = readTokens(place.at + 4 * dimensions, place.count * (8 + dimensions))
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

/** Of a build that was killed only the hashes of the texts are known; those of this one are found without. */
function createPlaces() {
  const byKey = new Map<string, Place>()
  const byText = new Map<string, Place>()
  return {
    get size() {
      return byKey.size + byText.size
    },
    addKey: (key: string, place: Place) => void byKey.set(key, place),
    addText: (text: string, place: Place) => void byText.set(text, place),
    find: (text: string) =>
      byText.get(text) ?? (byKey.size === 0 ? undefined : byKey.get(toKey(sha256(Buffer.from(text))))),
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
    const entries = texts.map(({ text, vector, tokens }) => {
      if (vector.length !== dimensions)
        throw new RangeError(`A vector has ${vector.length} numbers, not ${dimensions}.`)
      const [count, start] = [countOf(tokens), at + ENTRY_HEAD]
      record.set(sha256(Buffer.from(text)), at)
      view.setUint32(at + HASH, count, true)
      at += sizeOfEntry(count, dimensions)
      let place = start
      for (const part of [vector, ...(tokens ? [tokens.scales, tokens.pieces, tokens.bytes] : [])]) {
        record.set(toBytes(part), place)
        place += part.byteLength
      }
      record.fill(0, place, at)
      return { text, at: start, count }
    })
    view.setUint32(0, length, true)
    record.set(sha256(record.subarray(HEAD)), 4)
    return { record, entries }
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
