import { expect, test } from 'vitest'
import { divide, placesIn, readShares, SHARE_FILES, shareOut, writeShares } from '../../src/node/shares.ts'
import { useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()

const sourceOf = (row: number) => `source-${row >> 4}`
const textsOf = (size: number) => Array.from({ length: size }, (_, row) => `text ${row}`)
const share = (size: number) => shareOut(textsOf(size), sourceOf)

test.each([
  [0, 1],
  [8_999, 1],
  [9_000, 8],
  [100_000, 8],
])('%i rows have %i shares', (size, count) => {
  expect(share(size).names).toHaveLength(count)
})

test('the rows of a source stay together, whatever other sources there are', () => {
  const { ofRow } = share(10_000)
  ofRow.forEach((one, row) => void expect(one).toBe(ofRow[row & ~15]))
  expect(share(9_000).ofRow).toEqual(ofRow.slice(0, 9_000))
})

test('no share has more than twice its part', () => {
  for (const { length } of share(10_000).texts) expect(length).toBeLessThan((2 * 10_000) / 8)
})

test('a changed text renames its share alone', () => {
  const before = share(10_000)
  const after = shareOut(textsOf(10_000).with(5, 'another'), sourceOf)
  const renamed = before.names.flatMap((name, at) => (name === after.names[at] ? [] : [at]))
  expect(renamed).toEqual([before.ofRow[5]])
})

test('each row has its place in its share; a share without rows has no name', async () => {
  const shared = divide(['a', 'b', 'c', 'd'], 3, (row) => (row === 1 ? 2 : 0))
  expect(shared.texts).toEqual([['a', 'c', 'd'], [], ['b']])
  expect(shared.names[1]).toBe('')
  expect([...placesIn(shared)]).toEqual([0, 0, 1, 2])
  const path = await folder()
  await writeShares(path, shared)
  expect(await readShares(path)).toEqual({ names: shared.names, ofRow: shared.ofRow })
  expect(SHARE_FILES).toHaveLength(2)
})
