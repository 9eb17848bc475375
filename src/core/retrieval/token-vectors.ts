import type { TokenEmbedding } from '../ports.ts'

/**
 * The token vectors of all rows as unsigned bytes: `byte = round(value / scale) + 128`, with a scale for each token so
 * that its largest value is 127. A quarter of float32's size; what it costs in quality is in docs/RESULTS.md.
 */
export interface TokenVectors {
  readonly dimensions: number
  /** `starts[row]` to `starts[row + 1]` are the tokens of a row. */
  readonly starts: Uint32Array
  /** Token by token, `dimensions` bytes each. */
  readonly bytes: Uint8Array
  /** One for each token. */
  readonly scales: Float32Array
  /** In how many rows each word-piece stands; pieces by their id in the model's vocabulary. */
  readonly frequencies: Uint32Array
}

/** Stands for zero in `TokenVectors.bytes`. */
export const ZERO_BYTE = 128
const MAX_STORED = 127
/** One bit less: two products of 255 and 64 still fit the 16-bit sums of CPUs without VNNI, which saturate. */
const MAX_QUERY = 64

/** Collects rows one after the other, so that an index is packed while it is embedded. */
export function createTokenPacker(dimensions: number) {
  const starts = [0]
  const chunks: Uint8Array[] = []
  const scales: number[] = []
  const frequencies: number[] = []
  return {
    add({ tokens, pieces }: TokenEmbedding): void {
      const chunk = new Uint8Array(tokens.length)
      for (let token = 0; token < pieces.length; token++) {
        const vector = tokens.subarray(token * dimensions, (token + 1) * dimensions)
        const scale = scaleOf(vector, MAX_STORED)
        scales.push(scale)
        for (let i = 0; i < dimensions; i++) {
          chunk[token * dimensions + i] = Math.round((vector[i] as number) / scale) + ZERO_BYTE
        }
      }
      chunks.push(chunk)
      starts.push((starts.at(-1) as number) + pieces.length)
      for (const piece of new Set(pieces)) frequencies[piece] = (frequencies[piece] ?? 0) + 1
    },
    pack(): TokenVectors {
      const bytes = new Uint8Array((starts.at(-1) as number) * dimensions)
      let at = 0
      for (const chunk of chunks) {
        bytes.set(chunk, at)
        at += chunk.length
      }
      return {
        dimensions,
        starts: Uint32Array.from(starts),
        bytes,
        scales: Float32Array.from(scales),
        frequencies: Uint32Array.from({ length: frequencies.length }, (_, piece) => frequencies[piece] ?? 0),
      }
    },
  }
}

/** Signed bytes of a question's tokens, laid out for `TokenMultiplier`: dimension by dimension, all tokens of each. */
export function quantiseQuery(tokens: Float32Array, dimensions: number): { bytes: Int8Array; scales: Float32Array } {
  const count = tokens.length / dimensions
  const bytes = new Int8Array(tokens.length)
  const scales = new Float32Array(count)
  for (let token = 0; token < count; token++) {
    const vector = tokens.subarray(token * dimensions, (token + 1) * dimensions)
    const scale = scaleOf(vector, MAX_QUERY)
    scales[token] = scale
    for (let i = 0; i < dimensions; i++) bytes[i * count + token] = Math.round((vector[i] as number) / scale)
  }
  return { bytes, scales }
}

function scaleOf(vector: Float32Array, steps: number): number {
  let largest = 0
  for (const value of vector) largest = Math.max(largest, Math.abs(value))
  return largest / steps || 1
}
