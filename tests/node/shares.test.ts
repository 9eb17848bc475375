import { expect, test } from 'vitest'
import { shareOut } from '../../src/node/shares.ts'

const sourceOf = (row: number) => `source-${row >> 4}`
const sharesOf = (size: number) => {
  const { of } = shareOut(size, sourceOf)
  return Array.from({ length: size }, (_, row) => of(row))
}

test.each([
  [0, 1],
  [2_999, 1],
  [3_000, 2],
  [6_000, 4],
  [9_000, 8],
  [1_000_000, 8],
])('%i rows have %i shares', (size, count) => {
  expect(shareOut(size, sourceOf).count).toBe(count)
})

test('the rows of a source stay together, whatever other sources there are', () => {
  const shares = sharesOf(10_000)
  shares.forEach((share, row) => void expect(share).toBe(shares[row & ~15]))
  expect(sharesOf(9_000)).toEqual(shares.slice(0, 9_000))
})

test('no share has more than twice its part', () => {
  const sizes = new Map<number, number>()
  for (const share of sharesOf(10_000)) sizes.set(share, (sizes.get(share) ?? 0) + 1)
  expect(sizes.size).toBe(8)
  expect(Math.max(...sizes.values())).toBeLessThan((2 * 10_000) / 8)
})
