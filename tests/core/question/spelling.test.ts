import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createSpeller, type Speller } from '../../../src/core/question/spelling.ts'
import { DEFAULT_MODEL } from '../../../src/node/paths.ts'
import { loadEmbedder } from '../../../src/node/transformers-embedder.ts'

const counts = new Map([
  ['chemotherapy', 30],
  ['chondrosarcoma', 20],
  ['metastases', 9],
  ['metastasis', 5],
  ['treatment', 8],
  ['survival', 6],
  ['gefitinib', 1],
  ['vincristine', 3],
  ['lungs', 7],
  ['prognosis', 4],
  ['bone', 12],
])

let speller: Speller
let isWord: (word: string) => boolean
beforeAll(async () => {
  const embedder = await loadEmbedder(DEFAULT_MODEL)
  isWord = (word) => embedder.isWord(word)
  speller = createSpeller(counts, isWord)
})

describe('a misspelt word becomes the word of the corpus', () => {
  test.each([
    ['tretment', 'treatment', 'a letter is missing'],
    ['survivall', 'survival', 'a letter too many'],
    ['prognosus', 'prognosis', 'a wrong letter'],
    ['chemotherpay', 'chemotherapy', 'two letters swapped'],
    ['lugns', 'lungs', 'a swap counts as one slip, so a short word may have it'],
    ['chondrosarkomma', 'chondrosarcoma', 'a long word may have two slips'],
    ['Tretment', 'treatment', 'capitals make no difference'],
    ['metastasus', 'metastases', 'of two equally near words the one that stands in the corpus more often'],
    ['gefitinb', 'gefitinib', 'a drug that the corpus names'],
  ])('%s -> %s: %s', (typed, meant) => {
    expect(speller.correct(typed)).toBe(meant)
  })

  test('and what stands around it stays as it is', () => {
    expect(speller.correct('  Is the SURVIVL (or "prognossis") 50% -- after chemotherapy?')).toBe(
      '  Is the survival (or "prognosis") 50% -- after chemotherapy?',
    )
  })

  test('wherever two of its letters after the first are swapped', () => {
    const long = [...counts.keys()].filter((word) => word.length > 5)
    const swapped = fc
      .constantFrom(...long)
      .chain((word) => fc.integer({ min: 1, max: word.length - 2 }).map((at) => ({ word, typed: swap(word, at) })))
    fc.assert(
      fc.property(swapped, ({ word, typed }) => {
        fc.pre(!counts.has(typed) && !isWord(typed))
        expect(speller.correct(typed)).toBe(word)
      }),
    )
  })
})

describe('a word is left as it is typed', () => {
  test.each([
    ['weather', 'a real word that the corpus lacks'],
    ['heart', 'the same'],
    ['lunch', 'a real word, though two letters from another one'],
    ['bons', 'too short: it could be many words'],
    ['tretmant', 'two slips are too many for a word of its length'],
    ['hemotherapy', 'the first letter is hardly ever wrong'],
    ['pazopanib', 'a drug that the corpus does not know is no misspelling of one that it knows'],
    ['vinblastine', 'nor is one whose name is nearly the same'],
    ['qwertzuiop', 'like nothing in the corpus'],
    ['T12', 'no word'],
  ])('%s: %s', (typed) => {
    expect(speller.correct(typed)).toBe(typed)
  })

  test('when the corpus has it, however it is spelt', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...counts.keys()), { maxLength: 8 }), (words) => {
        const text = `${words.join(', ')}?`
        expect(speller.correct(text)).toBe(text)
      }),
    )
  })

  test('when the corpus has no words at all', () => {
    expect(createSpeller(new Map(), isWord).correct('chemotherpay')).toBe('chemotherpay')
  })
})

test('only letters of unknown words ever change: as many words come out as went in', () => {
  const count = (text: string) => (text.match(/\p{L}+/gu) ?? []).length
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const corrected = speller.correct(text)
      expect(count(corrected)).toBe(count(text))
      expect(corrected.replace(/\p{L}+/gu, '')).toBe(text.replace(/\p{L}+/gu, ''))
    }),
  )
})

function swap(word: string, at: number): string {
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
}
