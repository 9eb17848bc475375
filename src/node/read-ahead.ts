import { readSync } from 'node:fs'

/** Bytes that are read together, where what is asked for next mostly stands close behind. */
const AHEAD = 2 ** 17

/**
 * Reads a file that only grows, mostly in its order: many short readings cost more than the bytes.
 * @returns bytes of the file, fewer where it ends; they stand in memory that the next call writes over
 */
export function createReadAhead(handle: number): (at: number, length: number) => Uint8Array {
  let memory = new Uint8Array(AHEAD)
  let [from, size] = [0, 0]
  return (at, length) => {
    if (at < from || at + length > from + size) {
      if (length > memory.length) memory = new Uint8Array(length)
      ;[from, size] = [at, 0]
      while (size < length) {
        const count = readSync(handle, memory, size, memory.length - size, at + size)
        if (count === 0) break
        size += count
      }
    }
    return memory.subarray(at - from, Math.min(at - from + length, size))
  }
}
