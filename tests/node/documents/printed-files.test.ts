import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cellFidelity, firstDifference, wordFidelity } from '../../documents/fidelity.ts'
import { boneLeaflet, riverLynx, velvetMoss } from '../../documents/texts.ts'
import { readAsSource } from './read-as-source.ts'

const files = [
  { name: 'leaflet', document: velvetMoss, heads: ['Bog Trust', 'Leaflet 7'] },
  { name: 'article', document: riverLynx, heads: ['Annals of Cats'] },
  { name: 'columns', document: velvetMoss, heads: ['Page 1', 'Page 2'] },
  { name: 'handout', document: boneLeaflet, heads: ['Page 1'] },
]

describe.each(files)('a printed $name', ({ name, document, heads }) => {
  test('keeps every word and cell, and no running head', async () => {
    const bytes = new Uint8Array(readFileSync(new URL(`../../documents/printed/${name}.pdf`, import.meta.url)))
    const { source } = await readAsSource('pdf', bytes)
    expect(firstDifference(document, source)).toBeNull()
    expect(wordFidelity(document, source)).toBe(1)
    expect(cellFidelity(document, source)).toBe(1)
    expect(heads.filter((words) => source.text.includes(words))).toEqual([])
  })
})
