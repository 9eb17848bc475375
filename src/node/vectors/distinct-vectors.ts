/** Vectors with a place each, equal ones at the same. */
export interface PlacedVectors {
  /** Of each vector that was given. */
  readonly places: Uint32Array
  /** At each place; zeros where it is free. */
  readonly vectors: readonly Float32Array[]
  /** Places that don't hold what they held before. */
  readonly changed: number
}

/**
 * Gives vectors their places: the next one whenever one comes that is new.
 * @param older what stood at the places of an older graph: those keep theirs, and a place that none needs any more is
 *   for a new one, or free
 */
export function placeVectors(wanted: readonly Float32Array[], older: readonly Float32Array[] = []): PlacedVectors {
  const vectors = [...older]
  const { find, add } = createLookup()
  older.forEach((vector, place) => {
    if (!isFree(vector)) add(vector, place)
  })
  const kept = new Set(wanted.map(find))
  const free = older.flatMap((_, place) => (kept.has(place) ? [] : [place])).reverse()
  let changed = 0
  const places = Uint32Array.from(wanted, (vector) => {
    const known = find(vector)
    if (known !== undefined) return known
    const place = free.pop() ?? vectors.length
    vectors[place] = vector
    add(vector, place)
    changed++
    return place
  })
  for (const place of free) {
    const vector = vectors[place] as Float32Array
    if (!isFree(vector)) changed++
    vectors[place] = new Float32Array(vector.length)
  }
  return { places, vectors, changed }
}

/** A vector of unit length is never all zeros. */
export const isFree = (vector: Float32Array): boolean => vector.every((value) => value === 0)

function createLookup() {
  const byVector = new Map<Float32Array, number>()
  /** Those that begin with the same number are few. */
  const byStart = new Map<number, { readonly vector: Float32Array; readonly place: number }[]>()
  const search = (vector: Float32Array) =>
    byStart.get(vector[0] ?? 0)?.find((one) => isEqual(one.vector, vector))?.place
  const add = (vector: Float32Array, place: number) => {
    const start = vector[0] ?? 0
    byStart.set(start, [...(byStart.get(start) ?? []), { vector, place }])
    byVector.set(vector, place)
  }
  return {
    add,
    find(vector: Float32Array): number | undefined {
      const place = byVector.get(vector) ?? search(vector)
      if (place !== undefined) byVector.set(vector, place)
      return place
    },
  }
}

export const isEqual = (one: Float32Array, other: Float32Array): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at])
