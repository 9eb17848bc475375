import type { TokenEmbedding } from '../../ports.ts'

/** What the danger scores read of an embedding. */
export type ReadEmbedding = Pick<TokenEmbedding, 'vector' | 'tokens' | 'pieces'>

/** Each as long as the vector. */
export const PARTS_OF_MEANING = 4

/** A sentence has at least this many word-pieces with its end; "1." is none. */
const LEAST_PIECES = 3

/**
 * What a message's meaning says to the danger score, so that a danger stays visible in a long story: the message's unit
 * vector, the largest value of each dimension over its tokens, and the largest and smallest over its sentences, of which
 * each is the mean of its tokens, at length 1. Zeros where there is no token.
 * @param ends ids of the word-pieces that end a sentence
 * @returns `PARTS_OF_MEANING` times as many numbers as the vector has
 */
export function meaningOf({ vector, tokens, pieces }: ReadEmbedding, ends: ReadonlySet<number>): Float32Array {
  const size = vector.length
  const meaning = new Float32Array(PARTS_OF_MEANING * size)
  meaning.set(vector)
  if (tokens.length === 0) return meaning
  const [most, upper, lower] = [1, 2, 3].map((part) => meaning.subarray(part * size, (part + 1) * size)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  most.fill(Number.NEGATIVE_INFINITY)
  upper.fill(Number.NEGATIVE_INFINITY)
  lower.fill(Number.POSITIVE_INFINITY)
  for (const [from, to] of sentencesOf(pieces, ends)) {
    const sum = new Float32Array(size)
    for (let token = from; token < to; token++) {
      for (let d = 0; d < size; d++) {
        const value = tokens[token * size + d] as number
        sum[d] = (sum[d] as number) + value
        most[d] = Math.max(most[d] as number, value)
      }
    }
    const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1
    for (let d = 0; d < size; d++) {
      const value = (sum[d] as number) / length
      upper[d] = Math.max(upper[d] as number, value)
      lower[d] = Math.min(lower[d] as number, value)
    }
  }
  return meaning
}

/** First token of each sentence and the one after its last; together all tokens. */
function sentencesOf(pieces: readonly number[], ends: ReadonlySet<number>): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  let from = 0
  for (const [at, piece] of pieces.entries()) {
    if (!ends.has(piece) || at + 1 - from < LEAST_PIECES) continue
    found.push([from, at + 1])
    from = at + 1
  }
  if (from < pieces.length) found.push([from, pieces.length])
  return found
}
