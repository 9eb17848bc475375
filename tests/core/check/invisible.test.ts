import { expect, test } from 'vitest'
import { checkCharacters } from '../../../src/core/check/invisible.ts'
import { BODY, brief, withBody } from './made-up.ts'

const check = (body: string) => brief(checkCharacters(withBody(body)))

test.each([
  ['tag characters', `a${String.fromCodePoint(0xe0069, 0xe0067)}`, 'error hidden-text'],
  ['a character that turns text around', 'a\u202eb', 'warning bidi'],
  ['a character of no width', 'a\u200bb', 'warning zero-width'],
  ['a soft hyphen', 'a\u00adb', 'note soft-hyphen'],
  ['a control character', 'a\u0007b', 'warning control'],
  ['a lost character', 'a\ufffdb', 'warning lost-character'],
  ['UTF-8 read as Latin', 'caf\u00c3\u00a9', 'warning lost-character'],
  ['an apostrophe read as Windows-1252', 'It\u00e2\u20ac\u2122s', 'warning lost-character'],
])('tells %s on its line', (_, text, finding) => {
  expect(check(`Bones.\n\n${text}`)).toEqual([`${finding} a.md:${BODY + 2}`])
})

test('tells many of a kind at once, with their lines', () => {
  const [finding] = checkCharacters(withBody('a\u200bb\u200bc\r\n\r\nd\u200be'))
  expect(finding).toMatchObject({ line: BODY, lines: [BODY, BODY + 2], what: '3 characters of no width.' })
})

test('leaves emoji, flags, accents, tabs and a byte order mark alone', () => {
  const england = String.fromCodePoint(0x1f3f4, 0xe0067, 0xe0062, 0xe0065, 0xe006e, 0xe0067, 0xe007f)
  expect(check(`👩‍⚕️ 👨‍👩‍👧 ${england} café naïve São\tâge â €`)).toEqual([])
  const corpus = withBody('Bones.')
  const files = corpus.files.map((one) => ({ ...one, text: `\ufeff${one.text}` }))
  expect(checkCharacters({ ...corpus, files })).toEqual([])
})
