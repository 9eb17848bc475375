import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitAsking } from '../../../src/core/question/asking.ts'

describe('the question begins', () => {
  test.each([
    ['I was told it is MCS. What is that?', 'What is that?', 'at the next sentence'],
    ['It is MCS.\nhow is it treated', 'how is it treated', 'on the next line, without a mark'],
    ['mum is 60 and has ESOS, how is it treated', 'how is it treated', 'after a comma'],
    ['He has MCS. It hurts. Can it spread? And where?', 'Can it spread? And where?', 'at the first of several'],
    ['We got the letter, she is ill. So what comes next', 'So what comes next', 'at a word before the one that asks'],
    ['It is in my spine. The best scan?', 'The best scan?', 'at a sentence that only its mark makes one'],
  ])('%s -> %s: %s', (message, asked) => {
    expect(splitAsking(message)?.asked).toBe(asked)
  })
})

test.each([
  ['What is MCS?', 'only asks'],
  ['What is MCS? I was told that I have it.', 'asks first'],
  ['How rare is it, and how is it treated?', 'asks from the beginning on'],
  ['My son, who is 12, has MCS.', 'only tells'],
  ['', 'says nothing'],
])('%s: %s', (message) => {
  expect(splitAsking(message)).toBeNull()
})

test('both parts together are the message, but for white space', () => {
  const piece = fc.constantFrom(
    'I am ill.',
    'what is it',
    'is it rare?',
    'a lump, how big',
    ',',
    '?',
    '\n',
    'MCS 3.5 cm',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const message = pieces.join(' ')
      const asking = splitAsking(message)
      fc.pre(asking !== null)
      const bare = (text: string) => text.replace(/\s+/g, '')
      expect(bare(`${asking?.told}${asking?.asked}`)).toBe(bare(message))
    }),
  )
})
