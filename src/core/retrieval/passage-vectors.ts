import { dotProduct } from './dot-product.ts'

/** What each passage is about as a whole: the vector of all its words (`toPassageTexts`) from one pass of the model. */
export interface PassageVectors {
  /** Mean cosine of a passage (by its place in reading order) and these unit vectors. */
  cosine(place: number, questions: readonly Float32Array[]): number
  /** The unit vector of a passage. */
  vectorOf(place: number): Float32Array
}

/** @param values unit vectors of all passages, one after the other */
export function openPassageVectors(values: Float32Array, dimensions: number): PassageVectors {
  const dot = (place: number, question: Float32Array) => dotProduct(question, values, place * dimensions)
  return {
    cosine: (place, questions) => questions.reduce((sum, one) => sum + dot(place, one), 0) / questions.length,
    vectorOf: (place) => values.subarray(place * dimensions, (place + 1) * dimensions),
  }
}

/** @param vectors of the passages, in reading order */
export function packPassageVectors(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const values = new Float32Array(vectors.length * dimensions)
  vectors.forEach((vector, place) => void values.set(vector, place * dimensions))
  return values
}
