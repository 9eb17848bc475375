import { describe, expect, test } from 'vitest'
import { cellFidelity, firstDifference, wordFidelity } from '../../documents/fidelity.ts'
import { SURROUNDINGS, webPages } from '../../documents/web-pages.ts'
import { readAsSource } from './read-as-source.ts'

describe.each(webPages)('$name', ({ document, bytes }) => {
  test('keeps every word and cell of the text, and nothing of what stands around it', async () => {
    const { source, changes } = await readAsSource('html', bytes)
    expect(firstDifference(document, source)).toBeNull()
    expect(wordFidelity(document, source)).toBe(1)
    expect(cellFidelity(document, source)).toBe(1)
    expect(SURROUNDINGS.filter((words) => source.text.includes(words))).toEqual([])
    expect(changes.filter(({ kind }) => kind === 'removed').length).toBeGreaterThan(1)
  })

  test('tells its title', async () => {
    expect((await readAsSource('html', bytes)).facts.title).toBe(document.title)
  })
})
