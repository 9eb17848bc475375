import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributesOf, MAX_WORDS, queryOf, readChoices } from '../../src/embed/choices.ts'
import { frameFor, snippetFor } from '../../src/embed/snippet.ts'
import { en } from '../../src/widget/i18n/en.ts'
import { readPage, textIn } from '../hostile/html.ts'

const SERVER = 'https://chat.example.org'
const choose = (chosen: Record<string, unknown> = {}) => readChoices((name) => chosen[name])
const elementsOf = (html: string) =>
  readPage(html).elements.filter(({ tagName }) => !['html', 'head', 'body'].includes(tagName))

test('what goes without saying is not said', () => {
  expect(snippetFor(SERVER, choose())).toBe(`<script type="module" src="${SERVER}/widget.js"></script>
<quotewell-chat>
  <a href="${SERVER}/">${en.heading}</a>
</quotewell-chat>`)
  expect(queryOf(choose())).toBe('')
})

test('what was chosen is', () => {
  const chosen = { mode: 'bubble', theme: 'dark', heading: ' Our\nchat ', placeholder: 'Go "on"', country: 'ie' }
  expect(snippetFor(SERVER, choose(chosen))).toContain(
    '<quotewell-chat mode="bubble" theme="dark" heading="Our chat" placeholder="Go &quot;on&quot;" country="IE">',
  )
})

test('what cannot be used counts as not chosen', () => {
  for (const chosen of [{ mode: 'x' }, { theme: '' }, { country: 'I' }, { country: 'IRL' }, { heading: 7 }]) {
    expect(choose(chosen)).toEqual(choose())
  }
})

test('whatever is typed, the snippet is the same elements, and says it', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"><script>alert(1)</script>', '</a>&amp;', "'"),
  )
  fc.assert(
    fc.property(typed, typed, (heading, placeholder) => {
      const choices = choose({ heading, placeholder })
      expect(choices.heading.length).toBeLessThanOrEqual(MAX_WORDS)
      const elements = elementsOf(snippetFor(SERVER, choices))
      expect(elements.map(({ tagName }) => tagName)).toEqual(['script', 'quotewell-chat', 'a'])
      const told = elements[1]?.attrs.map(({ name, value }) => [name, value])
      expect(told).toEqual(attributesOf(choices).map(([name, value]) => [name, value]))
      expect(elements.slice(2).map(textIn)).toEqual([choices.heading || en.heading])
      expect(elementsOf(frameFor(SERVER, choices)).map(({ tagName }) => tagName)).toEqual(['iframe'])
      const query = new URLSearchParams(queryOf(choices))
      expect(readChoices((name) => query.get(name))).toEqual(choices)
    }),
  )
})
