import { expect, test } from 'vitest'
import { isOld } from '../../../src/core/answer/source-age.ts'

const now = new Date('2026-11-21T12:00:00Z')
const aged = (published: string | null, lastRevised: string | null = null) => isOld({ published, lastRevised }, now)

test('a source is old when it was published more than five years ago', () => {
  expect(aged('2021-11-20')).toBe(true)
  expect(aged('2021-11-22')).toBe(false)
  expect(aged('2022-03-23')).toBe(false)
})

test('a revision counts, not the first publication', () => {
  expect(aged('1999', '2024-05')).toBe(false)
  expect(aged('2025', '2004-12')).toBe(true)
})

test('of a date without day or month the first day counts, so that doubt raises the notice', () => {
  expect(aged('2021')).toBe(true)
  expect(aged('2021-11')).toBe(true)
  expect(aged('2022')).toBe(false)
})

test('a source without any date is not called old', () => {
  expect(aged(null)).toBe(false)
})
