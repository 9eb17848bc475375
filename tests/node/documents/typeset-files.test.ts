import { describe, expect, test } from 'vitest'
import { pageAt } from '../../../src/core/ingest/pages.ts'
import { cellFidelity, firstDifference, wordFidelity } from '../../documents/fidelity.ts'
import { velvetMoss } from '../../documents/texts.ts'
import { typeset } from '../../documents/typeset.ts'
import { book, PLAIN, scan, typesetFiles } from '../../documents/typeset-files.ts'
import { readAsSource } from './read-as-source.ts'

const HEADS = /The Bog Trust, 2020|Annals of Cats \d|Downloaded from|Bog Trust tables|Page \d|– \d+ –/

describe.each(Object.entries(typesetFiles))('a PDF %s', (_, make) => {
  test('keeps every word and cell, and no running head', async () => {
    const { bytes, document } = await make()
    const { source } = await readAsSource('pdf', bytes)
    expect(firstDifference(document, source)).toBeNull()
    expect(wordFidelity(document, source)).toBe(1)
    expect(cellFidelity(document, source)).toBe(1)
    expect(HEADS.exec(source.text)).toBeNull()
  })
})

describe('a book of 300 pages', () => {
  test('keeps its words and its chapters, and knows on which page they stand', async () => {
    const { bytes, document } = await book()
    const { source, changes } = await readAsSource('pdf', bytes)
    expect(source.pages?.at(-1)?.page).toBeGreaterThanOrEqual(300)
    expect(wordFidelity(document, source)).toBeGreaterThanOrEqual(0.995)
    expect(source.text).not.toMatch(/Bog Trust/)
    expect(changes.filter(({ what }) => what === 'running head').length).toBeGreaterThanOrEqual(300)
    const headings = document.parts.flatMap((part) => ('heading' in part ? [part.heading] : []))
    expect(source.sections.map(({ title }) => title)).toEqual([document.title, ...headings])
    // Captions stand on top of known columns, and a column is a page here.
    const captioned = [...source.text.matchAll(/Figure (\d+)\. A view/g)]
    expect(captioned.map(({ index }) => pageAt(source.pages, index))).toEqual(captioned.map((_, at) => at * 7 + 6))
  }, 120_000)
})

describe('is refused', () => {
  const locked = (file: PDFKit.PDFDocumentOptions) => typeset(velvetMoss, { ...PLAIN, file })
  test.each<[string, () => Promise<Uint8Array>, RegExp]>([
    ['a scan', scan, /images without text: a scan\. Run text recognition \(OCR\)/],
    [
      'a file that needs a password',
      async () => (await locked({ userPassword: 'bog', ownerPassword: 'moss' })).bytes,
      /locked with a password/,
    ],
    [
      'a file whose text may not be copied',
      async () =>
        (await locked({ ownerPassword: 'moss', permissions: { printing: 'highResolution', copying: false } })).bytes,
      /do not allow its text to be copied/,
    ],
    ['a torn file', async () => (await locked({})).bytes.slice(0, 900), /damaged|no text|without text/],
    ['a file that only begins like one', async () => new Uint8Array(Buffer.from('%PDF-1.7\nhello')), /damaged/],
  ])('%s', async (_, make, message) => {
    await expect(readAsSource('pdf', await make())).rejects.toThrow(message)
  })

  test('but a file that a password only guards against changes is read', async () => {
    const { bytes, document } = await locked({ ownerPassword: 'moss', permissions: { copying: true } })
    expect(wordFidelity(document, (await readAsSource('pdf', bytes)).source)).toBeGreaterThan(0.98)
  })
})
