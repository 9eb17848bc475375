import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cellFidelity, firstDifference, wordFidelity } from '../../documents/fidelity.ts'
import { awkward, boneLeaflet, riverLynx, velvetMoss } from '../../documents/texts.ts'
import { readAsSource } from './read-as-source.ts'

const HEADS = ['Sheet 4', 'BOG TRUST', 'Here for every owl', 'Helpline', 'Contents']
const files = [
  { name: 'leaflet', document: velvetMoss, heads: ['Bog Trust', 'Leaflet 7'] },
  { name: 'article', document: riverLynx, heads: ['Annals of Cats'] },
  { name: 'columns', document: velvetMoss, heads: ['Page 1', 'Page 2'] },
  { name: 'handout', document: boneLeaflet, heads: ['Page 1'] },
  ...Object.entries(awkward).map(([name, document]) => ({ name, document, heads: HEADS })),
]

const readPrinted = (name: string) =>
  readAsSource('pdf', new Uint8Array(readFileSync(new URL(`../../documents/printed/${name}.pdf`, import.meta.url))))

describe.each(files)('a printed $name', ({ name, document, heads }) => {
  const read = () => readPrinted(name)

  test('keeps every word and cell, and no running head', async () => {
    const { source } = await read()
    expect(firstDifference(document, source)).toBeNull()
    expect(wordFidelity(document, source)).toBe(1)
    expect(cellFidelity(document, source)).toBe(1)
    expect(heads.filter((words) => source.text.includes(words))).toEqual([])
  })

  test('keeps its headings', async () => {
    const headings = document.parts.flatMap((part) => ('heading' in part ? [part.heading] : []))
    expect((await read()).source.sections.map(({ title }) => title)).toEqual([document.title, ...headings])
  })
})

test('a numbered list that goes on after a paragraph keeps its numbers', async () => {
  const { body } = await readPrinted('numbered')
  expect(body.match(/^\d+\. \S+/gm)).toEqual(['1. Put', '2. Pack', '3. Look', '4. Follow', '5. Wait', '6. Turn'])
})
