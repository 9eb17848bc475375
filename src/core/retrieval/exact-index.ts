import type { Neighbour, VectorIndex } from '../ports.ts'

/**
 * Compares the query with every vector: the yardstick for the approximate index, and quick enough up to some 10,000.
 * @param vectors `size * dimensions` numbers, row by row, each row of unit length
 */
export function createExactIndex(vectors: Float32Array, dimensions: number): VectorIndex {
  const size = vectors.length / dimensions
  return {
    size,
    async nearest(query, limit) {
      if (query.length !== dimensions) throw new RangeError(`The query has ${query.length} numbers, not ${dimensions}.`)
      const neighbours: Neighbour[] = []
      for (let row = 0; row < size; row++) {
        neighbours.push({ row, similarity: dot(query, vectors, row * dimensions) })
      }
      return neighbours.sort((a, b) => b.similarity - a.similarity || a.row - b.row).slice(0, limit)
    },
  }
}

function dot(query: Float32Array, vectors: Float32Array, offset: number): number {
  let sum = 0
  for (let i = 0; i < query.length; i++) sum += (query[i] as number) * (vectors[offset + i] as number)
  return sum
}
