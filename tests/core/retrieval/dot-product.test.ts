import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dotProduct, dotProducts } from '../../../src/core/retrieval/dot-product.ts'

const number = fc.integer({ min: -1_000, max: 1_000 })
const vectors = fc
  .integer({ min: 1, max: 19 })
  .chain((length) =>
    fc.array(fc.array(number, { minLength: length, maxLength: length }), { minLength: 2, maxLength: 12 }),
  )

test('it is the sum of the products, of any length, wherever the other vector begins', () => {
  fc.assert(
    fc.property(vectors, ([first = [], ...others]) => {
      const values = Float32Array.from(others.flat())
      const plain = others.map((other) => other.reduce((sum, value, at) => sum + value * (first[at] as number), 0))
      expect(dotProducts(first, values).map((one) => one + 0)).toEqual(plain.map((one) => one + 0))
      expect(dotProduct(first, values, values.length - first.length) + 0).toBe((plain.at(-1) as number) + 0)
    }),
  )
})
