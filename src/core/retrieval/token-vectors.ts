import type { TokenEmbedding } from '../ports.ts'

/**
 * The token vectors of all rows as unsigned bytes: `byte = round(value / scale) + 128`, with a scale for each token so
 * that its largest value is 127. A quarter of float32's size; what it costs in quality is in docs/RESULTS.md.
 */
export interface TokenVectors {
  readonly dimensions: number
  /** `starts[row]` to `starts[row + 1]` are the tokens of a row. */
  readonly starts: Uint32Array
  /** Token by token, `dimensions` bytes each. Empty where `copyRow` brings them. */
  readonly bytes: Uint8Array
  /** Present where the bytes stay in files: copies those of a row into `target`, at the place `at`. */
  readonly copyRow?: (row: number, target: Uint8Array, at: number) => void
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

/** Vectors as they are stored. */
export interface PackedVectors {
  /** Vector by vector, `dimensions` bytes each. */
  readonly bytes: Uint8Array
  /** One for each vector. */
  readonly scales: Float32Array
}

/** The tokens of one text, as they are stored. */
export interface PackedTokens extends PackedVectors {
  /** Id of each word-piece in the model's vocabulary. */
  readonly pieces: Uint32Array
}

export function packTokens({ tokens, pieces }: TokenEmbedding): PackedTokens {
  return { ...packVectors(tokens, tokens.length / pieces.length), pieces: Uint32Array.from(pieces) }
}

/** @param values vectors of `dimensions` numbers, one after the other */
export function packVectors(values: Float32Array, dimensions: number): PackedVectors {
  const count = values.length / dimensions
  const bytes = new Uint8Array(values.length)
  const scales = new Float32Array(count)
  for (let vector = 0; vector < count; vector++) {
    const from = vector * dimensions
    // In 64 bits: it is rounded only where it is stored.
    const scale = scaleOf(values, from, from + dimensions, MAX_STORED)
    scales[vector] = scale
    // All are positive, so that cutting rounds them: in a third of the time that Math.round takes.
    for (let i = from; i < from + dimensions; i++) bytes[i] = ((values[i] as number) / scale + ZERO_BYTE + 0.5) | 0
  }
  return { bytes, scales }
}

/** Counts in how many rows each word-piece stands, one row after the other. */
export function createPieceCounter() {
  const frequencies: number[] = []
  /** The last row that each piece stood in. */
  const lastRows: number[] = []
  let row = 0
  return {
    add(pieces: Iterable<number>): void {
      row++
      for (const piece of pieces) {
        if (lastRows[piece] === row) continue
        lastRows[piece] = row
        frequencies[piece] = (frequencies[piece] ?? 0) + 1
      }
    },
    count: () => Uint32Array.from({ length: frequencies.length }, (_, piece) => frequencies[piece] ?? 0),
  }
}

/** Collects rows one after the other, in memory. */
export function createTokenPacker(dimensions: number) {
  const starts = [0]
  const rows: PackedTokens[] = []
  const counter = createPieceCounter()
  return {
    add(embedding: TokenEmbedding): void {
      rows.push(packTokens(embedding))
      starts.push((starts.at(-1) as number) + embedding.pieces.length)
      counter.add(embedding.pieces)
    },
    pack(): TokenVectors {
      const count = starts.at(-1) as number
      const [bytes, scales] = [new Uint8Array(count * dimensions), new Float32Array(count)]
      rows.forEach((row, at) => {
        bytes.set(row.bytes, (starts[at] as number) * dimensions)
        scales.set(row.scales, starts[at] as number)
      })
      return { dimensions, starts: Uint32Array.from(starts), bytes, scales, frequencies: counter.count() }
    },
  }
}

export interface Query {
  readonly bytes: Int8Array
  /** Of each token. */
  readonly scales: Float32Array
}

/** Signed bytes of a question's tokens, laid out for `TokenMultiplier`: dimension by dimension, all tokens of each. */
export function quantiseQuery(tokens: Float32Array, dimensions: number): Query {
  const count = tokens.length / dimensions
  const bytes = new Int8Array(tokens.length)
  const scales = new Float32Array(count)
  for (let token = 0; token < count; token++) {
    const from = token * dimensions
    const scale = scaleOf(tokens, from, from + dimensions, MAX_QUERY)
    scales[token] = scale
    for (let i = 0; i < dimensions; i++) bytes[i * count + token] = Math.round((tokens[from + i] as number) / scale)
  }
  return { bytes, scales }
}

function scaleOf(values: Float32Array, from: number, to: number, steps: number): number {
  let largest = 0
  for (let i = from; i < to; i++) largest = Math.max(largest, Math.abs(values[i] as number))
  return largest / steps || 1
}
