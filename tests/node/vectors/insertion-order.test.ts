import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dotProduct } from '../../../src/core/retrieval/dot-product.ts'
import { orderForInsertion } from '../../../src/node/vectors/insertion-order.ts'
import { randomUnitVectors } from '../random-unit-vectors.ts'

const DIMENSIONS = 8
/** Points around forty centres, those of a centre forty places apart. */
const CENTRES = randomUnitVectors(40, DIMENSIONS, 1)
const POINTS = randomUnitVectors(2_000, DIMENSIONS, 2).map((noise, place) =>
  noise.map((value, at) => value / 20 + (CENTRES[place % CENTRES.length]?.[at] as number)),
)

const flatten = (points: readonly Float32Array[]) => Float32Array.from(points.flatMap((point) => Array.from(point)))

/** Mean of the squares from each point to the next. */
function meanStep(points: readonly Float32Array[]): number {
  const steps = points.slice(1).map((point, at) => {
    const step = point.map((value, axis) => value - (points[at]?.[axis] as number))
    return dotProduct(step, step)
  })
  return steps.reduce((sum, step) => sum + step, 0) / steps.length
}

test('each place once, whatever the points', () => {
  const anyPoints = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 700 }))
    .chain(([dimensions, count]) =>
      fc.record({
        dimensions: fc.constant(dimensions),
        // Few values, so that many points are equal.
        points: fc.array(fc.constantFrom(-1, 0, 0.5), { minLength: count * dimensions, maxLength: count * dimensions }),
      }),
    )
  fc.assert(
    fc.property(anyPoints, ({ dimensions, points }) => {
      const order = orderForInsertion(Float32Array.from(points), dimensions)
      expect([...order].sort((a, b) => a - b)).toEqual([...Array(points.length / dimensions).keys()])
    }),
    { numRuns: 40 },
  )
})

test('near points come one after the other', () => {
  const order = [...orderForInsertion(flatten(POINTS), DIMENSIONS)]
  const ordered = order.map((place) => POINTS[place] as Float32Array)
  expect(meanStep(ordered)).toBeLessThan(meanStep(POINTS) / 10)
})

test('a third of the points, of all regions, goes before all others', () => {
  const order = [...orderForInsertion(flatten(POINTS), DIMENSIONS)]
  const first = order.slice(0, Math.ceil(POINTS.length / 3))
  expect(new Set(first.map((place) => place % CENTRES.length)).size).toBe(CENTRES.length)
  expect(order.indexOf(1)).toBeGreaterThanOrEqual(first.length)
})
