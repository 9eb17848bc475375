import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findGap } from '../../../src/core/answer/gap.ts'
import { split } from '../../../src/core/ingest/split.ts'
import { toTerm, toTerms } from '../../../src/core/retrieval/terms.ts'
import type { Vocabulary } from '../../../src/core/retrieval/vocabulary.ts'
import { birds } from '../../http/sources.ts'

const known = new Set(['tumour', 'bone', 'treatment'].map(toTerm))
const vocabulary: Vocabulary = {
  counts: new Map(),
  others: new Set(),
  knows: (term) => known.has(term),
  termsOf: toTerms,
  wordingOdds: () => 0,
  toFrame: () => [],
}
const [passage] = split(birds)
const wordsOf = (text: string, identified = false) =>
  findGap({ text, identified }, passage, vocabulary).unknown.map(({ word }) => word)

test('names the section that is nearest, in words of the corpus', () => {
  expect(findGap({ text: 'egg', identified: false }, passage, vocabulary).nearest).toEqual({
    sourceId: 'birds',
    section: passage?.section,
  })
  expect(findGap({ text: 'egg', identified: false }, undefined, vocabulary).nearest).toBeNull()
})

test('counts words that the sources do not use, each in one of its forms', () => {
  expect(wordsOf('is pazopanib a treatment for bone tumours?')).toEqual(['pazopanib'])
  expect(wordsOf('do transplants help? (a transplant, I mean)')).toEqual(['transplants', 'help', 'mean'])
  expect(wordsOf('should I have an MRI or a PET?')).toEqual(['mri', 'pet'])
})

describe('never counts what may tell who somebody is', () => {
  test.each([
    ['a name', 'Does Rosalind have it? And Maria Kowalski?', []],
    [
      'a name in small letters after a word that leads to one',
      'dr anna kowalski told nurse rosalind',
      ['told', 'nurse'],
    ],
    ['a name that is given', 'a name: her name is anna kowalski', ['name']],
    ['an address', 'write to rosalind@example.org or example.org/rosalind', ['write']],
    ['a number, and what holds one', '0123456789 abc123 12a 7th covid19', []],
    ['a user name', 'rosa_lind rosa.lind rosa-lind @rosalind #rosalind', []],
    ['a text in capitals', 'MARIA HAS IT', []],
    ['a long row of letters', `${'a'.repeat(25)} ab`, []],
    ['letters of a key', 'qw_BV0bRxlKfe9puph0CbYeREz3M1XlS3BpIq4otCF62f4', []],
  ])('%s', (_name, text, expected) => {
    expect(wordsOf(text)).toEqual(expected)
  })

  test('nor any word of a message that held an identifier', () => {
    expect(wordsOf('is pazopanib a treatment?', true)).toEqual([])
  })

  test('whatever the message is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.lorem({ maxCount: 30 })), (text) => {
        const words = wordsOf(text)
        expect(words.length).toBeLessThanOrEqual(10)
        for (const word of words) {
          expect(word).toMatch(/^\p{Ll}{2,24}$/u)
          // Never a part of a longer word.
          expect(
            text
              .toLowerCase()
              .split(/[^\p{L}\p{N}_.@-]+/u)
              .join(' '),
          ).toContain(word)
        }
      }),
      { numRuns: 500 },
    )
  })
})
