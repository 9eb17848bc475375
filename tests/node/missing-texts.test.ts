import { expect, test } from 'vitest'
import type { KnownTexts } from '../../src/node/known-texts.ts'
import { findMissing } from '../../src/node/missing-texts.ts'

/** @param texts whose tokens are known, too; of `vectors` only the vector is */
const knows = (texts: readonly string[], vectors: readonly string[] = []): KnownTexts => ({
  has: (text, withTokens) => texts.includes(text) || (!withTokens && vectors.includes(text)),
  vector: () => null,
  tokens: () => null,
})

test('a passage that is a row is embedded once, and so is a text that stands twice', () => {
  expect(findMissing(['a', 'b', 'a'], ['a', 'c', 'c'], [])).toEqual({ rows: ['a', 'b'], passages: ['c'], total: 3 })
})

test('what is known is left out, and counts', () => {
  const known = [knows(['a']), knows(['c'])]
  expect(findMissing(['a', 'b'], ['c', 'd'], known)).toEqual({ rows: ['b'], passages: ['d'], total: 4 })
})

test('a row whose tokens are not known is embedded again, a passage is not', () => {
  expect(findMissing(['a'], ['c'], [knows([], ['a', 'c'])])).toEqual({ rows: ['a'], passages: [], total: 2 })
})
