import { expect, test } from 'vitest'
import { dotProduct, dotProducts } from '../../../src/core/retrieval/dot-product.ts'
import { findComponents } from '../../../src/node/vectors/components.ts'
import { randomUnitVectors } from '../random-unit-vectors.ts'

const DIMENSIONS = 12
/** Vectors of 12 numbers that lie in three directions only, the last of them least. */
const FLAT = (() => {
  const axes = randomUnitVectors(3, DIMENSIONS, 1)
  return randomUnitVectors(500, 3, 2).map((weights) =>
    Float32Array.from({ length: DIMENSIONS }, (_, at) =>
      axes.reduce((sum, axis, which) => sum + ((axis[at] as number) * (weights[which] as number)) / (which + 1), 0),
    ),
  )
})()
const values = Float32Array.from(FLAT.flatMap((vector) => Array.from(vector)))

test('directions have unit length and stand at right angles', () => {
  const found = findComponents(values, DIMENSIONS, 3)
  const rows = [0, 1, 2].map((row) => found.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS))
  for (const [at, one] of rows.entries()) {
    for (const [place, other] of rows.entries()) expect(dotProduct(one, other)).toBeCloseTo(at === place ? 1 : 0, 5)
  }
})

test('as many as the vectors lie in keep their products, fewer the most of them', () => {
  const lossOf = (count: number) => {
    const components = findComponents(values, DIMENSIONS, count)
    const losses = FLAT.slice(1).map((vector, at) => {
      const [one, other] = [vector, FLAT[at] as Float32Array]
      return Math.abs(dotProduct(dotProducts(one, components), dotProducts(other, components)) - dotProduct(one, other))
    })
    return Math.max(...losses)
  }
  expect(lossOf(3)).toBeLessThan(1e-6)
  expect(lossOf(2)).toBeGreaterThan(1e-3)
  expect(lossOf(2)).toBeLessThan(lossOf(1))
})
