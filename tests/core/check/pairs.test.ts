import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countShared, findPairs } from '../../../src/core/check/pairs.ts'

const sets = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1 }), { maxLength: 12 })

test('no pair that shares enough is missed, and none comes twice', () => {
  fc.assert(
    fc.property(sets, fc.integer({ min: 1, max: 10 }), (lists, tenths) => {
      const terms = lists.map((list) => new Set(list))
      const pairs = [...findPairs(terms, (size) => Math.ceil((tenths / 10) * size))]
      expect(new Set(pairs.map(String)).size).toBe(pairs.length)
      const found = new Set(pairs.map(String))
      terms.forEach((one, j) => {
        terms.slice(0, j).forEach((other, i) => {
          const shared = countShared(one, other)
          if (shared / (one.size + other.size - shared) >= tenths / 10) expect(found.has(`${i},${j}`)).toBe(true)
        })
      })
    }),
  )
})
