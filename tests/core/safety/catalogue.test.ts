import { describe, expect, test } from 'vitest'
import { readingGrade } from '../../../src/core/check/reading-grade.ts'
import { splitSentences } from '../../../src/core/ingest/sentences.ts'
import * as catalogue from '../../../src/core/safety/catalogue.ts'
import { FOREIGN_TEXTS } from '../../../src/core/safety/foreign-texts.ts'

const entries = Object.values(catalogue).flatMap((group) => Object.values(group))
/** Not in English, so that no reading grade can be told: the formula counts English syllables. */
const foreign = Object.entries(FOREIGN_TEXTS).flatMap(([language, texts]) =>
  Object.values(texts).map((entry) => ({ language, ...entry })),
)

test('every id stands once', () => {
  const ids = [...entries, ...foreign].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(entries)('$id', ({ text, version, reviewedBy }) => {
  test('is at US reading grade 8 or easier', () => {
    const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end))
    expect(readingGrade(sentences)).toBeLessThanOrEqual(8)
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

describe.each(foreign)('$id', ({ id, language, text, version, reviewedBy }) => {
  /** Letters that a text in the language is mostly made of. */
  const SCRIPTS: Readonly<Record<string, RegExp>> = {
    zh: /\p{Script=Han}/gu,
    ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
    hi: /[\p{Script=Devanagari}]/gu,
    bn: /[\p{Script=Bengali}]/gu,
    ar: /\p{Script=Arabic}/gu,
    ur: /\p{Script=Arabic}/gu,
    ru: /\p{Script=Cyrillic}/gu,
  }

  test('has a version, and a reviewer or none', () => {
    expect(version).toBeGreaterThanOrEqual(1)
    expect(reviewedBy === null || reviewedBy.length > 0).toBe(true)
  })

  test('is whole sentences in its script without slots to fill', () => {
    expect(text).toMatch(/[.!?。।۔]$/)
    expect(text).not.toMatch(/[{}$%<>]/)
    const script = SCRIPTS[language] ?? /\p{Script=Latin}/gu
    const others = text.replace('findahelpline.com', '').replace(script, '').match(/\p{L}/gu) ?? []
    expect(others).toEqual([])
    expect((text.match(script) ?? []).length).toBeGreaterThan(20)
  })

  test('names the directory of crisis lines where it is about a crisis', () => {
    expect(text.includes('findahelpline.com')).toBe(id.endsWith('.crisis'))
  })
})
