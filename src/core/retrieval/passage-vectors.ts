import type { TokenEmbedding } from '../ports.ts'
import type { Row } from './corpus-rows.ts'
import { mapPassageRows } from './passage-rows.ts'

/** What each passage is about as a whole: the mean of its sentences' vectors, by their number of tokens. */
export interface PassageVectors {
  /** Mean cosine of a passage (by its place in reading order) and these unit vectors. */
  cosine(place: number, questions: readonly Float32Array[]): number
}

/** @param values unit vectors of all passages, one after the other */
export function openPassageVectors(values: Float32Array, dimensions: number): PassageVectors {
  const dot = (place: number, question: Float32Array) => {
    let sum = 0
    for (let i = 0; i < dimensions; i++) sum += (values[place * dimensions + i] as number) * (question[i] as number)
    return sum
  }
  return {
    cosine: (place, questions) => questions.reduce((sum, one) => sum + dot(place, one), 0) / questions.length,
  }
}

/** @param sentences embeddings of the sentence rows, in order */
export function packPassageVectors(
  rows: readonly Row[],
  sentences: readonly Pick<TokenEmbedding, 'vector' | 'pieces'>[],
  dimensions: number,
): Float32Array {
  const { placeOf } = mapPassageRows(rows)
  const sums: Float32Array[] = []
  sentences.forEach(({ vector, pieces }, row) => {
    const one = rows[row]
    if (one?.kind !== 'sentence') return
    const place = placeOf(one.passage)
    sums[place] ??= new Float32Array(dimensions)
    const sum = sums[place]
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) + pieces.length * (vector[i] as number)
  })
  const values = new Float32Array(sums.length * dimensions)
  sums.forEach((sum, place) => {
    const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0)) || 1
    for (let i = 0; i < dimensions; i++) values[place * dimensions + i] = (sum[i] as number) / length
  })
  return values
}
