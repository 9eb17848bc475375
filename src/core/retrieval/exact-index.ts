import type { Neighbour, VectorIndex } from '../ports.ts'
import { dotProduct } from './dot-product.ts'

/**
 * Compares the query with every vector: the yardstick for the approximate index, and quick enough up to some 10,000.
 * @param vectors `size * dimensions` numbers, row by row, each row of unit length
 */
export function createExactIndex(vectors: Float32Array, dimensions: number): VectorIndex {
  const size = vectors.length / dimensions
  return createScan(size, dimensions, (query) =>
    Float32Array.from({ length: size }, (_, row) => dotProduct(query, vectors, row * dimensions)),
  )
}

/**
 * An index that looks at every row.
 * @param compare the cosines of a query of `dimensions` numbers and all rows; it may hand out the same array again
 */
export function createScan(
  size: number,
  dimensions: number,
  compare: (query: Float32Array) => Float32Array,
): VectorIndex {
  return {
    size,
    async nearest(query, limit) {
      if (query.length !== dimensions) throw new RangeError(`The query has ${query.length} numbers, not ${dimensions}.`)
      return takeNearest(compare(query), limit)
    },
  }
}

/** Numbers sort many times as fast as neighbours do, so only those that reach the last place become one. */
function takeNearest(similarities: Float32Array, limit: number): Neighbour[] {
  if (limit <= 0) return []
  const last = similarities.slice().sort().at(-limit) ?? Number.NEGATIVE_INFINITY
  const neighbours: Neighbour[] = []
  similarities.forEach((similarity, row) => {
    if (similarity >= last) neighbours.push({ row, similarity })
  })
  return neighbours.sort((a, b) => b.similarity - a.similarity || a.row - b.row).slice(0, limit)
}
