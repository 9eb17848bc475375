import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Gap } from '../../src/core/answer/gap.ts'
import { createGapCounts, type GapFile, gapFile, LIMITS, MIN_DAYS } from '../../src/node/gap-counts.ts'

const KEY = randomBytes(32)
const dayOf = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)
const gap = (...words: string[]): Gap => ({
  nearest: { sourceId: 'bone', section: 'Growth' },
  unknown: words.map((word) => ({ word, term: word })),
})

/** Each day by another server, so that what is kept is what the file says. */
function count(days: readonly (readonly string[])[], key: Uint8Array = KEY): GapFile {
  let kept: GapFile | null = null
  days.forEach((words, at) => {
    const counts = createGapCounts(key, dayOf(at), kept)
    for (const word of words) counts.add(gap(word), dayOf(at))
    kept = gapFile.parse(JSON.parse(JSON.stringify(counts.toFile(dayOf(at), null))))
  })
  return kept ?? createGapCounts(key, dayOf(0), null).toFile(dayOf(0), null)
}

test('a word is written down on the fifth day that it is asked for, not by how often', () => {
  const days = (times: number) => Array.from({ length: times }, () => ['pazopanib', 'pazopanib', 'pazopanib'])
  const before = count(days(MIN_DAYS - 1))
  expect(before.words).toEqual([])
  expect(JSON.stringify(before)).not.toContain('pazopanib')
  expect(before.pending).toEqual([{ hash: expect.stringMatching(/^[0-9a-f]{32}$/), days: 4, last: dayOf(3) }])
  const after = count(days(MIN_DAYS))
  expect(after.words).toMatchObject([{ word: 'pazopanib', days: 5, last: dayOf(4) }])
  expect(after.pending).toEqual([])
})

test('the section is counted each time', () => {
  expect(count([['a', 'b'], ['c']]).sections).toEqual([
    { sourceId: 'bone', section: 'Growth', count: 3, days: 2, last: dayOf(1) },
  ])
})

test('another key makes other hashes: without it, nobody can try words', () => {
  const [one, other] = [count([['pazopanib']]), count([['pazopanib']], randomBytes(32))]
  expect(one.pending[0]?.hash).not.toBe(other.pending[0]?.hash)
})

test('whatever is asked, the file holds the words that five days share and no others', () => {
  const word = fc.stringMatching(/^[g-z]{6,12}$/)
  const days = fc
    .array(word, { minLength: 1, maxLength: 8 })
    .chain((words) => fc.array(fc.subarray(words), { minLength: 1, maxLength: 9 }))
  fc.assert(
    fc.property(days, (asked) => {
      const file = count(asked)
      const shared = [...new Set(asked.flat())].filter(
        (one) => asked.filter((day) => day.includes(one)).length >= MIN_DAYS,
      )
      expect(file.words.map(({ word }) => word).sort()).toEqual(shared.sort())
      const written = JSON.stringify({ ...file, words: [] })
      // The hashes are hexadecimal: no word of letters from g on can stand in them by chance.
      for (const one of asked.flat()) expect(written.includes(one) && !'Growth'.includes(one)).toBe(false)
      // No time, and nothing else that is finer than a day.
      expect(JSON.stringify(file)).not.toMatch(/\d\d:\d\d|T\d|\d{7}[^0-9a-f"]/)
    }),
    { numRuns: 300 },
  )
})

test('the order of entries tells nothing of when they came', () => {
  const [one, other] = [count([['a', 'b', 'c', 'd']]), count([['d', 'b', 'c', 'a']])]
  expect(one).toEqual(other)
})

test('a flood of new words keeps the file small and drives no old one out', () => {
  const counts = createGapCounts(KEY, dayOf(0), null)
  for (let at = 0; at < MIN_DAYS - 1; at++) counts.add(gap('pazopanib'), dayOf(at))
  for (let at = 0; at < 20_000; at++) counts.add(gap(`flood${at}`), dayOf(4))
  const file = counts.toFile(dayOf(4), null)
  expect(file.pending.length).toBeLessThanOrEqual(LIMITS.pending * 1.1)
  expect(file.pending.filter(({ days }) => days === 4).length).toBe(1)
  counts.add(gap('pazopanib'), dayOf(4))
  expect(counts.toFile(dayOf(4), null).words.map(({ word }) => word)).toEqual(['pazopanib'])
})

test('a full file is small', () => {
  const counts = createGapCounts(KEY, dayOf(0), null)
  const long = 'w'.repeat(18)
  for (let at = 0; at < MIN_DAYS; at++) {
    for (let n = 0; n < 700; n++) {
      const nearest = { sourceId: `${'s'.repeat(60)}${n}`, section: 'S'.repeat(500) }
      counts.add({ nearest, unknown: [{ word: `${long}${n}`, term: `${long}${n}` }] }, dayOf(at))
    }
  }
  for (let n = 0; n < 5000; n++) counts.add({ nearest: null, unknown: [{ word: `x${n}`, term: `x${n}` }] }, dayOf(5))
  const file = counts.toFile(dayOf(5), null)
  expect(file.words.length).toBeGreaterThanOrEqual(LIMITS.words)
  expect(JSON.stringify(file).length).toBeLessThan(512 * 1024)
})

test('what was taken out of the corpus, and what nobody asks for any more, is forgotten', () => {
  const counts = createGapCounts(KEY, dayOf(0), null)
  counts.add({ nearest: { sourceId: 'gone', section: null }, unknown: [] }, dayOf(0))
  counts.add(gap('pazopanib'), dayOf(0))
  expect(counts.toFile(dayOf(0), new Set(['bone'])).sections.map(({ sourceId }) => sourceId)).toEqual(['bone'])
  expect(counts.toFile(dayOf(60), null).pending.length).toBe(1)
  expect(counts.toFile(dayOf(61), null).pending).toEqual([])
  expect(counts.toFile(dayOf(365), null).sections.length).toBe(2)
  expect(counts.toFile(dayOf(366), null).sections).toEqual([])
  // After so long a word begins anew.
  for (const at of [61, 62, 63, 64]) counts.add(gap('pazopanib'), dayOf(at))
  expect(counts.toFile(dayOf(64), null).words).toEqual([])
  counts.add(gap('pazopanib'), dayOf(65))
  expect(counts.toFile(dayOf(65), null).words.length).toBe(1)
})
