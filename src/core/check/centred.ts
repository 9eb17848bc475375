import type { Statement } from './statements.ts'

/** Fewer statements have no mean that tells what they have in common. */
const MIN_STATEMENTS = 10

/** Cosine of two statements, by place. */
export type Likeness = (one: number, other: number) => number

/**
 * Stored vectors hold title and section, which makes all sentences of one document alike (0.99 for sentences that share
 * no word). What the statements of a source have in common is taken away: without their mean, what differs is left.
 * @param vectors one for each statement, of unit length
 */
export function compareCentred(statements: readonly Statement[], vectors: readonly Float32Array[]): Likeness {
  const counts = new Map<unknown, number>()
  for (const { source } of statements) counts.set(source, (counts.get(source) ?? 0) + 1)
  const small = Symbol('sources with few statements')
  const groups = new Map<unknown, number[]>()
  statements.forEach(({ source }, place) => {
    const key = (counts.get(source) ?? 0) < MIN_STATEMENTS ? small : source
    groups.set(key, [...(groups.get(key) ?? []), place])
  })
  const means: Float32Array[] = statements.map(() => new Float32Array())
  for (const places of groups.values()) {
    const mean = meanOf(places.map((place) => vectors[place] as Float32Array))
    for (const place of places) means[place] = places.length < MIN_STATEMENTS ? new Float32Array(mean.length) : mean
  }
  return (one, other) =>
    cosine(
      vectors[one] as Float32Array,
      means[one] as Float32Array,
      vectors[other] as Float32Array,
      means[other] as Float32Array,
    )
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (vector[i] as number) / vectors.length
  return mean
}

function cosine(one: Float32Array, oneMean: Float32Array, other: Float32Array, otherMean: Float32Array): number {
  let [dot, oneSquare, otherSquare] = [0, 0, 0]
  for (let i = 0; i < one.length; i++) {
    const a = (one[i] as number) - (oneMean[i] as number)
    const b = (other[i] as number) - (otherMean[i] as number)
    dot += a * b
    oneSquare += a * a
    otherSquare += b * b
  }
  return dot / Math.sqrt(oneSquare * otherSquare || 1)
}
