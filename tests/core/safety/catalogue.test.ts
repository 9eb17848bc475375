import { describe, expect, test } from 'vitest'
import * as catalogue from '../../../src/core/safety/catalogue.ts'
import { readingGrade } from './reading-grade.ts'

const entries = Object.values(catalogue).flatMap((group) => Object.values(group))

test('every id stands once', () => {
  const ids = entries.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(entries)('$id', ({ text, version, reviewedBy }) => {
  test('is at US reading grade 8 or easier', () => {
    expect(readingGrade(text)).toBeLessThanOrEqual(8)
  })

  test('has a version, and a reviewer or none', () => {
    expect(version).toBeGreaterThanOrEqual(1)
    expect(reviewedBy === null || reviewedBy.length > 0).toBe(true)
  })

  test('is whole sentences without slots to fill', () => {
    expect(text).toMatch(/^[A-Z].*[.!?]$/)
    expect(text).not.toMatch(/[{}$%<>]/)
  })
})
