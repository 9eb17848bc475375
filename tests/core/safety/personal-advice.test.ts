import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as wordings from '../../../src/core/safety/advice-wordings.ts'
import { compileWordings, toPlainWords } from '../../../src/core/safety/compile-wordings.ts'
import { type AdviceKind, asksForAdvice } from '../../../src/core/safety/personal-advice.ts'
import { worstCases } from './linear.ts'
import { ADVICE, FACTS } from './own-messages.ts'

test.each(ADVICE)('"%s" asks for advice', (message) => {
  expect(asksForAdvice(message)).not.toBeNull()
})

test.each(FACTS)('"%s" asks for facts', (message) => {
  expect(asksForAdvice(message)).toBeNull()
})

describe('the kind is what the question is about', () => {
  test.each<[string, AdviceKind]>([
    ['Should I have the operation?', 'treatment'],
    ['Would you choose radiotherapy in my place?', 'treatment'],
    ['Is this lump on my neck a tumour?', 'diagnosis'],
    ['what is wrong with me', 'diagnosis'],
    ['What dose should my daughter take?', 'medicine'],
    ['can I take ibuprofen', 'medicine'],
    ['Can you read my scan?', 'results'],
    ['what do my blood results mean', 'results'],
    ['can I swim with a port', 'dailyLife'],
    ['is it safe for me to fly', 'dailyLife'],
  ])('%s %s', (message, kind) => {
    expect(asksForAdvice(message)).toBe(kind)
  })
})

test('neither capitals nor typographic marks nor white space change it', () => {
  const any = fc.constantFrom(...ADVICE, ...FACTS)
  fc.assert(
    fc.property(any, (message) => {
      const changed = `  ${message.toUpperCase().replaceAll("'", '’').replaceAll(' ', '  ')} \n`
      expect(asksForAdvice(changed)).toBe(asksForAdvice(message))
    }),
  )
})

test('any text gets a kind or null', () => {
  const kinds = [null, 'treatment', 'diagnosis', 'medicine', 'results', 'dailyLife']
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => kinds.includes(asksForAdvice(text))))
})

test('a long message takes a short time, however it is made', () => {
  const { NAMES, KINDS, ...lists } = wordings
  const pieces = [
    'my ',
    'is it ',
    'should i ',
    ', and my scan ',
    'how much ',
    'if my mum ',
    'would you have ',
    'a '.repeat(9),
  ]
  for (const list of [...Object.values(lists), ...Object.values(KINDS)]) {
    const pattern = compileWordings(list, NAMES)
    for (const text of worstCases(pieces)) pattern.test(` ${text} `)
  }
  for (const text of worstCases(['. ', "'", '1,', ' - ', '\n', '()'])) toPlainWords(text)
})

test('a wording with an unknown name is a fault', () => {
  expect(() => compileWordings(['is <nobody> here'], {})).toThrow('No meaning for <nobody>')
})
