import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isStandalone } from '../../../src/core/question/standalone.ts'

describe('stands alone', () => {
  test.each([
    'What is the survival rate?',
    'Who gets mesenchymal chondrosarcoma?',
    'Is this cancer rare?',
    'Is this rare type of cancer painful?',
    'Does this tumour spread to the lungs?',
    'How often are lung scans done?',
    'Where do most tumours grow?',
    'Why is a bone scan done?',
    'button pain arms',
    'ORBIT TUMOURS SIGNS',
    'My mother is afraid of surgery',
  ])('%s', (message) => {
    expect(isStandalone(message)).toBe(true)
  })
})

describe('needs the turns before it', () => {
  test.each([
    ['Why?', 'a mere question word'],
    ['how often', 'the same without a mark'],
    ['tell me more', 'asks to go on'],
    ['And surgery for children?', 'begins like a second half'],
    ['But does radiotherapy help children?', 'the same'],
    ['What about radiotherapy after surgery?', 'the same'],
    ['or chemotherapy before surgery', 'the same'],
    ['How rare is it in children?', 'points at something'],
    ['Do they respond to chemotherapy drugs?', 'the same'],
    ['What is the outlook for him after surgery?', 'points at somebody'],
    ['Is the first drug better than radiotherapy?', 'points at one of several'],
    ['Is this dangerous for young children?', '"this" without the name of the disease'],
    ['How rare?', 'one word with meaning'],
    ['chemotherapy', 'a topic without a question'],
    ['What is the ...?', 'none'],
    ['', 'nothing at all'],
  ])('%s: %s', (message) => {
    expect(isStandalone(message)).toBe(false)
  })
})

test('a name that begins like a pointing word is none', () => {
  expect(isStandalone('Is the Italian theory of origin right?')).toBe(true)
  expect(isStandalone('Android apps and soap operas')).toBe(true)
})

test('a long message says itself what it points at', () => {
  const story = 'My daughter had a scan in May. '.repeat(17)
  expect(isStandalone(`${story.slice(0, 470)} Is it common?`)).toBe(false)
  expect(isStandalone(`${story.slice(0, 490)} Is it common?`)).toBe(true)
})

test('white space around a message and capitals make no difference', () => {
  const words = fc.constantFrom('what', 'is', 'it', 'and', 'the', 'survival', 'rate', 'lungs', 'why', 'this', 'tumour')
  const messages = fc.array(words, { minLength: 1, maxLength: 6 }).map((some) => some.join(' '))
  fc.assert(
    fc.property(messages, (message) => {
      expect(isStandalone(`\n ${message.toUpperCase()}\t`)).toBe(isStandalone(message))
    }),
  )
})
