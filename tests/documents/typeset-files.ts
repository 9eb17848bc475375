import PDFDocument from 'pdfkit'
import type { TestDocument } from './document.ts'
import { longText } from './long-text.ts'
import { riverLynx, velvetMoss } from './texts.ts'
import { touchingCells } from './touching-cells.ts'
import { type Layout, typeset } from './typeset.ts'

export const PLAIN: Layout = { columns: 1, hyphenate: false, justify: false, head: () => '', foot: String }

/** The fonts that every PDF reader has know neither sign. */
const moss: TestDocument = JSON.parse(JSON.stringify(velvetMoss).replaceAll('−', '-').replaceAll('≥', 'over'))

const longTable: TestDocument = {
  title: 'Doses for bog plants',
  parts: [
    { paragraph: 'The table gives doses for many plants and goes on for several pages.' },
    {
      table: {
        caption: 'Table 1. Doses',
        headers: ['Plant', 'Spring', 'Summer', 'Note'],
        rows: Array.from({ length: 90 }, (_, at) => [
          `Plant ${at + 1}`,
          `${at * 3 + 1} ml`,
          at % 5 === 2 ? '' : `${at * 2} ml`,
          at % 4 === 1 ? 'Never after dusk, and not when it rains' : 'Any time',
        ]),
      },
    },
    { paragraph: 'Empty cells mean that no dose is known.' },
  ],
}

export const typesetFiles: Readonly<Record<string, () => ReturnType<typeof typeset>>> = {
  'in one column with hyphens, a caption and a note': () =>
    typeset(moss, {
      ...PLAIN,
      hyphenate: true,
      justify: true,
      head: (page) => (page % 2 ? 'Velvet moss' : 'The Bog Trust, 2020'),
      foot: (page) => `– ${page} –`,
      captions: { 1: 'Figure 1. A cushion of velvet moss in its second year, seen from above.' },
      notes: { 0: 'The mill was pulled down in 1931, and the wall with it.' },
    }),
  'in two columns, justified, with hyphens and captions': () =>
    typeset(riverLynx, {
      columns: 2,
      hyphenate: true,
      justify: true,
      head: (page) => `Annals of Cats ${page}`,
      foot: () => 'Downloaded from cats.example on 5 May 2020',
      captions: {
        1: 'Fig. 1 A lynx waits on the ice.',
        2: 'Fig. 2. Map of the area, with the traps that were used in the third winter.',
      },
    }),
  'with tables without lines': () => typeset(moss, PLAIN),
  'with cells that nearly touch, and no tags': touchingCells,
  'with a table over several pages': () =>
    typeset(longTable, { ...PLAIN, head: () => 'Bog Trust tables', foot: (page) => `Page ${page}` }),
}

/** One grey pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2NwAAAABJRU5ErkJggg==',
  'base64',
)

/** Two pages that are images, as a scanner leaves them. */
export async function scan(): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A5', margin: 0 })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise((resolve) => pdf.on('end', resolve))
  pdf.image(PIXEL, 0, 0, { width: 420, height: 595 })
  pdf.addPage().image(PIXEL, 0, 0, { width: 420, height: 595 })
  pdf.end()
  await finished
  return new Uint8Array(Buffer.concat(chunks))
}

/** Some 300 pages. */
export const book = () =>
  typeset(longText(107), {
    columns: 1,
    hyphenate: true,
    justify: true,
    head: (page) => (page % 2 ? 'The moss book' : 'Bog Trust'),
    foot: String,
    captions: Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [at * 7 + 5, `Figure ${at + 1}. A view of garden ${at + 1}.`]),
    ),
    notes: Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [at * 7 + 2, `See the photograph of garden ${at + 1} in the archive.`]),
    ),
  })
