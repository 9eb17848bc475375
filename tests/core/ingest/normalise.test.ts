import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collapse, normalise } from '../../../src/core/ingest/normalise.ts'

/** Short strings of the characters that trouble normalising, so that they meet each other in every order. */
const troublesome = fc.string({
  unit: fc.constantFrom('e', '\u0301', '\u0323', '\u200b', '\u202e', '\u0007', '\r', '\n', '\ud83d', '\ude00', ' '),
  maxLength: 12,
})

describe('normalise', () => {
  test('makes every line end a line feed', () => {
    expect(normalise('one\r\ntwo\rthree\n\r\nfour')).toBe('one\ntwo\nthree\n\nfour')
  })

  test('composes letters with their accents (NFC), so that a search for the one finds the other', () => {
    expect(normalise('re\u0301sume\u0301')).toBe('résumé')
  })

  test('leaves ligatures, superscripts and full-width letters as they are: NFKC would change what the source says', () => {
    expect(normalise('ﬁbrous 10² Ａ')).toBe('ﬁbrous 10² Ａ')
  })

  test.each([
    ['null', '\u0000'],
    ['bell', '\u0007'],
    ['escape, with which terminals are driven', '\u001b'],
    ['delete', '\u007f'],
    ['a C1 control', '\u009b'],
    ['soft hyphen', '\u00ad'],
    ['zero-width space', '\u200b'],
    ['zero-width non-joiner', '\u200c'],
    ['zero-width joiner', '\u200d'],
    ['left-to-right mark', '\u200e'],
    ['right-to-left mark', '\u200f'],
    ['Arabic letter mark', '\u061c'],
    ['left-to-right embedding', '\u202a'],
    ['right-to-left override', '\u202e'],
    ['word joiner', '\u2060'],
    ['left-to-right isolate', '\u2066'],
    ['pop directional isolate', '\u2069'],
    ['byte order mark', '\ufeff'],
    ['a tag letter, which hides text', '\u{e0041}'],
  ])('removes %s', (_, character) => {
    expect(normalise(`tu${character}mor`)).toBe('tumor')
  })

  test.each([
    ['form feed', '\f'],
    ['vertical tab', '\v'],
    ['next line', '\u0085'],
  ])('does not glue the words around a %s, which is white space in Unicode', (_, character) => {
    expect(collapse(normalise(`page${character}one`))).toBe('page one')
  })

  test('keeps tabs, line feeds and no-break spaces: they part words', () => {
    expect(normalise('a\tb\nc\u00a0d')).toBe('a\tb\nc\u00a0d')
  })

  test('puts the replacement character for half a surrogate pair and keeps whole pairs', () => {
    expect(normalise('a\ud83db \ude00 😀')).toBe('a\ufffdb \ufffd 😀')
  })

  test('gives well-formed text without controls for any input', () => {
    const checked = fc.oneof(troublesome, fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(checked, (raw) => {
        const text = normalise(raw)
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toMatch(/[^\P{Cc}\n\t]/u)
        expect(text).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/)
      }),
    )
  })

  test('gives NFC for any input, so that a second pass changes nothing', () => {
    fc.assert(
      fc.property(troublesome, (raw) => {
        const text = normalise(raw)
        expect(text).toBe(text.normalize('NFC'))
        expect(normalise(text)).toBe(text)
      }),
      // An accent that a removed character kept apart from its letter.
      { examples: [['e\u200b\u0301']] },
    )
  })
})

describe('collapse', () => {
  test('makes one space of any white space and trims', () => {
    expect(collapse('\n  a \t b\u00a0\u2003c\r\nd\u2028e  ')).toBe('a b c d e')
  })

  test('makes nothing of white space alone', () => {
    expect(collapse(' \n\t ')).toBe('')
  })
})
