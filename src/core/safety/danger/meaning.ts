import type { TokenEmbedding } from '../../ports.ts'

/**
 * What a message's meaning says to the danger score: its unit vector, and after it the largest value of each dimension
 * over its tokens, in which one word of danger in a long story stays visible. Zeros where there is no token.
 * @returns twice as many numbers as the vector has
 */
export function meaningOf({ vector, tokens }: Pick<TokenEmbedding, 'vector' | 'tokens'>): Float32Array {
  const size = vector.length
  const meaning = new Float32Array(2 * size)
  meaning.set(vector)
  if (tokens.length === 0) return meaning
  meaning.set(tokens.subarray(0, size), size)
  for (let from = size; from < tokens.length; from += size) {
    for (let d = 0; d < size; d++) {
      const value = tokens[from + d] as number
      if (value > (meaning[size + d] as number)) meaning[size + d] = value
    }
  }
  return meaning
}
