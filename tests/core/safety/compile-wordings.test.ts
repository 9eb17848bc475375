import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileWordings, toPlainWords } from '../../../src/core/safety/compile-wordings.ts'

describe('plain words', () => {
  test.each([
    ["Well, can't I?", ' . well , cant i . . '],
    ['MY  SON’S\nscan', ' . my sons . scan . '],
    ['plz tell me (is it 54.6 or 1,000%)', ' . please tell me , is it 546 or 1000% , . '],
    ['constructor __proto__', ' . constructor proto . '],
    ['Ärger с 痛い now', ' . ärger ÿ ÿÿ now . '],
  ])('%j', (message, words) => {
    expect(toPlainWords(message)).toBe(words)
  })

  test('begin and end a sentence, whatever the message holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^ \. .*\. $/s.test(toPlainWords(text))))
  })

  test('take one byte a character, whatever the message holds', () => {
    const isOneByte = (text: string) => [...toPlainWords(text)].every((character) => character <= 'ÿ')
    fc.assert(fc.property(fc.string({ unit: 'binary' }), isOneByte))
  })

  test('are read up to 4,000 characters', () => {
    expect(toPlainWords(`${'a '.repeat(2000)}end`)).not.toContain('end')
  })
})

describe('a wording', () => {
  const names = { who: 'i|my <kin>', kin: 'son|mum' }
  const fits = (wording: string, message: string) => compileWordings([wording], names).test(toPlainWords(message))

  test('fits whole words only', () => {
    expect(fits('scan', 'a scan')).toBe(true)
    expect(fits('scan', 'a scanner')).toBe(false)
  })

  test('takes what its names stand for', () => {
    expect(fits('should (?:<who>) go', 'should my mum go?')).toBe(true)
    expect(fits('should (?:<who>) go', 'should my dad go?')).toBe(false)
  })

  test('leaps over as many words as it says, not over commas or sentences', () => {
    expect(fits('is [2] safe', 'is it really safe')).toBe(true)
    expect(fits('is [2] safe', 'is it really quite safe')).toBe(false)
    expect(fits('is [2] safe', 'it is. safe')).toBe(false)
    expect(fits('is [2] safe', 'it is, well, safe')).toBe(false)
    expect(fits('is [3,] safe', 'it is, well, safe')).toBe(true)
  })
})
