import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFree, placeVectors } from '../../../src/node/vectors/distinct-vectors.ts'

const vector = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }))
  .map((numbers) => Float32Array.from(numbers))
const many = fc.array(vector, { maxLength: 12 })
const read = (one: Float32Array | undefined) => Array.from(one ?? []).join()

test('each vector stands at its place, equal ones at the same, in the order in which they came', () => {
  fc.assert(
    fc.property(many, (wanted) => {
      const { places, vectors, changed } = placeVectors(wanted)
      expect([...places].map((place) => read(vectors[place]))).toEqual(wanted.map(read))
      expect(vectors.map(read)).toEqual([...new Set(wanted.map(read))])
      expect(changed).toBe(vectors.length)
    }),
  )
})

test('with an older graph, what it held stays where it was, and no place is made while another is free', () => {
  fc.assert(
    fc.property(many, many, many, (first, second, wanted) => {
      const older = placeVectors(second, placeVectors(first).vectors).vectors
      const { places, vectors, changed } = placeVectors(wanted, older)
      expect([...places].map((place) => read(vectors[place]))).toEqual(wanted.map(read))
      const distinct = new Set(wanted.map(read))
      const [held, holds] = [older.map(read), vectors.map(read)]
      for (const [place, one] of held.entries()) if (distinct.has(one)) expect(holds[place]).toBe(one)
      expect(holds).toHaveLength(Math.max(older.length, distinct.size))
      expect(vectors.filter((one) => !isFree(one))).toHaveLength(distinct.size)
      expect(changed).toBe(holds.filter((one, place) => one !== held[place]).length)
    }),
  )
})
