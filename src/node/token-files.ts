import { closeSync, openSync, readSync } from 'node:fs'
import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPieceCounter, type PackedTokens, type TokenVectors } from '../core/retrieval/token-vectors.ts'
import { readFloats, readIntegers } from './float-files.ts'
import { createSlab } from './slab.ts'

const FILE = {
  bytes: 'bytes.u8',
  scales: 'scales.f32',
  starts: 'starts.u32',
  frequencies: 'frequencies.u32',
  /** Only read when a later build takes over what has not changed. */
  pieces: 'pieces.u32',
} as const

export const TOKEN_FILES = Object.values(FILE)

/** Bytes that are read together where rows are asked for in their order. */
const READ_AHEAD = 2 ** 22
/** Bytes that are collected before they are written. */
const WRITTEN_AT_ONCE = 2 ** 22

/** Writes rows while they come, so that of all their bytes only a few are in memory. */
export async function writeTokens(folder: string, rows: Iterable<PackedTokens>): Promise<void> {
  await mkdir(folder, { recursive: true })
  const starts = [0]
  const counter = createPieceCounter()
  const parts = ['bytes', 'scales', 'pieces'] as const
  const writers = await Promise.all(
    parts.map(async (part) => ({ part, writer: await openWriter(join(folder, FILE[part])) })),
  )
  try {
    for (const row of rows) {
      starts.push((starts.at(-1) as number) + row.scales.length)
      counter.add(row.pieces)
      for (const { part, writer } of writers) {
        if (!writer.fits(row[part])) await writer.flush()
        writer.add(row[part])
      }
    }
    for (const { writer } of writers) await writer.flush()
  } finally {
    for (const { writer } of writers) await writer.close()
  }
  await writeFile(join(folder, FILE.starts), Uint32Array.from(starts))
  await writeFile(join(folder, FILE.frequencies), counter.count())
}

async function openWriter(file: string) {
  const handle: FileHandle = await open(file, 'w')
  let waiting = new Uint8Array(WRITTEN_AT_ONCE)
  let size = 0
  return {
    /** Whether it can be added before what waits is written. */
    fits: ({ byteLength }: PackedTokens[keyof PackedTokens]) => size + byteLength <= waiting.length,
    add({ buffer, byteOffset, byteLength }: PackedTokens[keyof PackedTokens]) {
      if (byteLength > waiting.length) waiting = new Uint8Array(byteLength)
      waiting.set(new Uint8Array(buffer, byteOffset, byteLength), size)
      size += byteLength
    },
    async flush() {
      for (let done = 0; done < size; ) done += (await handle.write(waiting, done, size - done)).bytesWritten
      size = 0
    },
    close: () => handle.close(),
  }
}

export interface OpenTokens {
  readonly tokens: TokenVectors
  /** May be called again. */
  close(): void
}

/** Their bytes stay in the file. */
export async function openTokens(folder: string, dimensions: number): Promise<OpenTokens> {
  const { starts, scales, frequencies, copy, close } = await openFiles(folder)
  const copyRow = (row: number, target: Uint8Array, at: number) =>
    copy((starts[row] as number) * dimensions, (starts[row + 1] as number) * dimensions, target, at)
  return { tokens: { dimensions, starts, scales, frequencies, bytes: new Uint8Array(0), copyRow }, close }
}

async function openFiles(folder: string) {
  const [scales, starts, frequencies] = await Promise.all([
    readFloats(join(folder, FILE.scales)),
    readIntegers(join(folder, FILE.starts)),
    readIntegers(join(folder, FILE.frequencies)),
  ])
  return { scales, starts, frequencies, ...openBytes(join(folder, FILE.bytes)) }
}

export interface StoredRows {
  row(row: number): PackedTokens
  close(): void
}

/** The rows as they were written, for a build that takes them over. */
export async function openTokenRows(folder: string, dimensions: number): Promise<StoredRows> {
  const { starts, scales, copy, close } = await openFiles(folder)
  const pieces = await readIntegers(join(folder, FILE.pieces))
  const total = (starts.at(-1) as number) * dimensions
  const take = createSlab()
  /** What was read last: rows are mostly asked for in their order, and one reading is cheaper than a thousand. */
  let ahead: { from: number; bytes: Uint8Array } = { from: 0, bytes: new Uint8Array(0) }
  let lastEnd = -1
  const read = (from: number, to: number): Uint8Array => {
    const isKnown = from >= ahead.from && to <= ahead.from + ahead.bytes.length
    if (!isKnown) {
      const length = from === lastEnd ? Math.max(to - from, Math.min(READ_AHEAD, total - from)) : to - from
      ahead = { from, bytes: take(length) }
      copy(from, from + length, ahead.bytes, 0)
    }
    lastEnd = to
    return ahead.bytes.subarray(from - ahead.from, to - ahead.from)
  }
  return {
    row(row) {
      const [start, end] = [starts[row] as number, starts[row + 1] as number]
      const bytes = read(start * dimensions, end * dimensions)
      return { bytes, scales: scales.subarray(start, end), pieces: pieces.subarray(start, end) }
    },
    close,
  }
}

function openBytes(file: string) {
  const handle = openSync(file, 'r')
  let isOpen = true
  return {
    copy(start: number, end: number, target: Uint8Array, at: number): void {
      for (let done = 0; done < end - start; ) {
        const count = readSync(handle, target, at + done, Math.min(end - start - done, 2 ** 30), start + done)
        if (count === 0) throw new Error(`${file} ends too early.`)
        done += count
      }
    },
    close() {
      if (isOpen) closeSync(handle)
      isOpen = false
    },
  }
}
