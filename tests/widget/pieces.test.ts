import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTermFinder, toPieces } from '../../src/widget/view/pieces.ts'

const at = (term: string, forms: string[], sourceId = 'other') => ({
  term,
  forms,
  quote: { text: term, sourceId, start: 0, end: 5, section: null },
})
const quote = (text: string, key?: { start: number; end: number }) => ({
  text,
  sourceId: 'one',
  start: 100,
  end: 100 + text.length,
  key: key && { start: 100 + key.start, end: 100 + key.end },
})
const found = (text: string, ...terms: ReturnType<typeof at>[]) =>
  toPieces(quote(text), createTermFinder(terms)).flatMap((piece) =>
    piece.term ? [`${piece.text}=${piece.term.term}`] : [],
  )

test('whole words are found, the longest form first, each term once', () => {
  const adjuvant = at('adjuvant', ['adjuvant', 'adjuvants'])
  const therapy = at('adjuvant therapy', ['adjuvant therapy'])
  expect(found('Neoadjuvant is no adjuvant. Adjuvant again.', adjuvant)).toEqual(['adjuvant=adjuvant'])
  expect(found('Adjuvant therapy and adjuvants', adjuvant, therapy)).toEqual([
    'Adjuvant therapy=adjuvant therapy',
    'adjuvants=adjuvant',
  ])
})

test('a form of capitals is meant as it is written; marks of patterns are letters like others', () => {
  expect(found('He walked; ED and ed', at('ED', ['ED']))).toEqual(['ED=ED'])
  expect(found('I&ED (T2-weighted) [x] a.b', at('x', ['[x]']), at('w', ['t2-weighted']), at('ab', ['a.b']))).toEqual([
    'T2-weighted=w',
    '[x]=x',
    'a.b=ab',
  ])
})

test('of two explanations the first is taken, and no word is explained by the quote that it stands in', () => {
  expect(found('A bone', at('bone', ['bone']), { ...at('bone', ['bone']), term: 'second' })).toEqual(['bone=bone'])
  const own = {
    ...at('bone', ['bone']),
    quote: { text: 'A bone', sourceId: 'one', start: 100, end: 106, section: null },
  }
  expect(found('A bone', own)).toEqual([])
})

test('the key is marked, a word in it too', () => {
  const pieces = toPieces(
    quote('Before. A bone. After.', { start: 8, end: 15 }),
    createTermFinder([at('bone', ['bone'])]),
  )
  expect(pieces.map(({ text, isKey }) => [text, isKey])).toEqual([
    ['Before. ', false],
    ['A ', true],
    ['bone', true],
    ['.', true],
    [' After.', false],
  ])
})

test('whatever the terms and the key, the pieces are the quote', () => {
  const words = fc.array(fc.constantFrom('bone', 'Bone marrow', ' ', '.', '😀', '\\', '(', 'ED', 'é'), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(
      words,
      fc.array(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 5 }),
      fc.nat(40),
      fc.nat(40),
      (parts, forms, one, other) => {
        const text = parts.join('')
        const [start, end] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)]
        const finder = createTermFinder([at('t', ['bone', ...forms]), at('u', ['bone marrow', 'ED'])])
        expect(
          toPieces(quote(text, { start, end }), finder)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      },
    ),
  )
})
