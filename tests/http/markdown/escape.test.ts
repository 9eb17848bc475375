import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeLinkText, escapeMarkdown } from '../../../src/http/markdown/escape.ts'
import { nodesOf, readMarkdown, shownText } from './shown.ts'

/** Pieces of text that are markup somewhere, beside plain ones. */
const PIECES = [
  ...'\\`*_~|<>$&#[](){}!+-=.:;@^"\'/%0 9aw\t\n',
  '  ',
  '1.',
  '12) ',
  '---',
  '***',
  '```',
  '~~~',
  '===',
  '&amp;',
  '&#42;',
  '&copy;',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '<https://a.org>',
  'https://a.org/b_c_d*e*?x=1&y=2',
  'HTTP://A.org/_b_',
  'ftp://',
  'mailto:',
  'xmpp:',
  'www.a.org/_b_',
  'a_b@c-d.org',
  '](',
  ']:',
  '[^1]',
  '[^1]: ',
  '[x]: y',
  '[ ] ',
  '![a](b)',
  '| a | b |',
  '|---|',
  ' \n',
  '\n\n',
  '\r\n',
  '–',
  '“',
  'é',
  '漢',
  '🐦',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 14,
  })
  .map((pieces) => pieces.join('').replaceAll('\0', ''))
  .filter((one) => one !== '')
const runs = { numRuns: 3_000 }

const blocksOf = (markdown: string) => readMarkdown(markdown).children

describe('escaped text shows exactly the text', () => {
  test('as a block quote', () => {
    fc.assert(
      fc.property(text, (original) => {
        const [quote, ...others] = blocksOf(`> ${escapeMarkdown(original)}`)
        expect(others).toEqual([])
        if (quote?.type !== 'blockquote') throw new Error(`This is a ${quote?.type}`)
        expect(quote.children.map(({ type }) => type)).toEqual(['paragraph'])
        expect(shownText(quote)).toBe(original)
      }),
      runs,
    )
  })

  test('as an item of a list, in bold, and as the text of a link that leads where it should', () => {
    fc.assert(
      fc.property(
        text.filter((one) => one.trim() !== ''),
        (original) => {
          const root = readMarkdown(
            `- **a:** ${escapeMarkdown(original)}\n\n[1] [${escapeLinkText(original)}](tel:112) · b`,
          )
          expect(shownText(nodesOf(root, 'listItem')[0])).toBe(`a: ${original}`)
          expect(
            nodesOf(root, 'link')
              .filter(({ url }) => url === 'tel:112')
              .map((link) => shownText(link)),
          ).toEqual([original])
        },
      ),
      runs,
    )
  })

  test('without any markup but addresses', () => {
    fc.assert(
      fc.property(text, (original) => {
        const kinds = new Set<string>()
        const root = readMarkdown(`> ${escapeMarkdown(original)}`)
        for (const type of [
          'emphasis',
          'strong',
          'delete',
          'inlineCode',
          'html',
          'image',
          'heading',
          'list',
          'code',
          'break',
          'table',
          'definition',
          'footnoteReference',
          'thematicBreak',
        ] as const) {
          if (nodesOf(root, type).length > 0) kinds.add(type)
        }
        expect([...kinds]).toEqual([])
      }),
      runs,
    )
  })
})

test.each([
  [
    'In 5 of 12 (42%) cases [3, 4]; “rare” – see Weis & Huvos, p < 0.05',
    'In 5 of 12 (42%) cases [3, 4]; “rare” – see Weis & Huvos, p \\< 0.05',
  ],
  ['2004. It is *rare*', '2004\\. It is \\*rare\\*'],
  ['# 1', '\\# 1'],
  ['a](b)', 'a\\](b)'],
  ['costs $5 or $6', 'costs \\$5 or \\$6'],
])('what is no markup stays as it is: %s', (plain, escaped) => {
  expect(escapeMarkdown(plain)).toBe(escaped)
})
