import { describe, expect, test } from 'vitest'
import type { VectorIndex } from '../../src/core/ports.ts'

interface Implementation {
  /** Vectors as the index is given them: of unit length, all of `dimensions` numbers. */
  build(vectors: readonly Float32Array[], dimensions: number): Promise<VectorIndex>
  /** Whether it can be built of no vectors at all. */
  readonly canBeEmpty: boolean
  /** To so many decimals its cosines are right; 5 where absent. */
  readonly decimals?: number
}

/** A unit vector in the plane, told by its angle: cosines between such vectors are easy to see. */
const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180))

/** What `VectorIndex` promises, for every implementation of it. */
export function describeVectorIndex(name: string, { build, canBeEmpty, decimals = 5 }: Implementation): void {
  const nearest = async (angles: readonly number[], query: number, limit: number) =>
    (await build(angles.map(at), 2)).nearest(at(query), limit)

  describe(`${name} keeps the contract of a vector index`, () => {
    test('it knows how many vectors it holds', async () => {
      expect((await build([at(0), at(90), at(90)], 2)).size).toBe(3)
    })

    test('the nearest comes first, with its cosine', async () => {
      const found = await nearest([90, 10, 180, 60, 0], 0, 5)
      expect(found.map(({ row }) => row)).toEqual([4, 1, 3, 0, 2])
      const cosines = [1, Math.cos(Math.PI / 18), 0.5, 0, -1]
      found.forEach(({ similarity }, place) => {
        expect(similarity).toBeCloseTo(cosines[place] as number, decimals)
      })
    })

    test('no more rows come than were asked for', async () => {
      expect((await nearest([90, 10, 180, 60, 0], 0, 2)).map(({ row }) => row)).toEqual([4, 1])
    })

    test('rows that are equally near come in their order', async () => {
      expect((await nearest([45, 0, 45, 0, 0], 0, 5)).map(({ row }) => row)).toEqual([1, 3, 4, 0, 2])
    })

    test('where the limit cuts through equally near rows, the first of them come', async () => {
      const found = await nearest([0, 90, 0, 0, 90, 0, 0, 0], 0, 3)
      expect(found.map(({ row }) => row)).toEqual([0, 2, 3])
    })

    test('with a limit over its size, all come', async () => {
      expect(await nearest([0, 90], 0, 100)).toHaveLength(2)
    })

    test('with a limit of 0, none comes', async () => {
      expect(await nearest([0, 90], 0, 0)).toEqual([])
    })

    test('one vector is enough', async () => {
      expect((await nearest([30], 30, 5)).map(({ row }) => row)).toEqual([0])
    })

    test.skipIf(!canBeEmpty)('of no vectors, none comes', async () => {
      const empty = await build([], 2)
      expect(empty.size).toBe(0)
      expect(await empty.nearest(at(0), 5)).toEqual([])
    })

    test.each([1, 3, 0])('a query of %i numbers is refused by an index of 2', async (length) => {
      const index = await build([at(0), at(90)], 2)
      await expect(index.nearest(new Float32Array(length).fill(1), 1)).rejects.toThrow(RangeError)
    })
  })
}
