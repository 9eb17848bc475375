import { describe, expect, test } from 'vitest'
import { awkwardWordFile } from '../../documents/awkward-word-file.ts'
import type { TestDocument } from '../../documents/document.ts'
import { cellFidelity, firstDifference, wordFidelity } from '../../documents/fidelity.ts'
import { newts } from '../../documents/texts.ts'
import { RUNNING_HEAD, wordFiles } from '../../documents/word-files.ts'
import { readAsSource } from './read-as-source.ts'

const withMore = (document: TestDocument, more?: string): TestDocument =>
  more === undefined ? document : { ...document, parts: [...document.parts, { paragraph: more }] }

describe.each(wordFiles)('a Word document $name', ({ document, bytes, more }) => {
  test('keeps every word and cell, and no running head', async () => {
    const { source, facts } = await readAsSource('docx', await bytes())
    const expected = withMore(document, more)
    expect(firstDifference(expected, source)).toBeNull()
    expect(wordFidelity(expected, source)).toBe(1)
    expect(cellFidelity(expected, source)).toBe(1)
    expect([RUNNING_HEAD, 'Page 1', 'DELETED', 'HIDDEN'].filter((words) => source.text.includes(words))).toEqual([])
    expect(facts.title).toBe(document.title)
  })

  test('keeps its headings', async () => {
    const { source } = await readAsSource('docx', await bytes())
    const headings = document.parts.flatMap((part) => ('heading' in part ? [part.heading] : []))
    expect(source.sections.map(({ title }) => title)).toEqual([document.title, ...headings])
  })
})

test('a Word document with a title has no other heading as high as that', async () => {
  const { source } = await readAsSource('docx', await awkwardWordFile())
  const parts = newts.parts.flatMap((part) => ('heading' in part ? [part.level] : []))
  expect(source.sections.map(({ level }) => level)).toEqual([1, ...parts])
})
