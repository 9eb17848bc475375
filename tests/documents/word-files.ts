/** Word documents, written by `docx`: one as its styles mean it, one as people write them, one with what must go, one that is wide. */
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  StyleLevel,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { awkwardWordFile } from './awkward-word-file.ts'
import type { Part, TestDocument, Table as TestTable } from './document.ts'
import { newts, riverLynx, velvetMoss } from './texts.ts'

export const RUNNING_HEAD = 'Bog Trust leaflet 7 – draft for comment'

interface Style {
  readonly bold: boolean
  readonly headerRow: boolean
  readonly word?: (text: string) => (TextRun | InsertedTextRun | DeletedTextRun | FootnoteReferenceRun)[]
}

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]
const numbering = {
  config: [
    {
      reference: 'steps',
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
    },
    {
      reference: 'dots',
      levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START }],
    },
  ],
}
const runs = (text: string) => [new TextRun(text)]

function table({ caption, headers, rows }: TestTable, { headerRow }: Style) {
  const line = (cells: readonly string[], tableHeader: boolean) =>
    new TableRow({
      ...(tableHeader ? { tableHeader } : {}),
      children: cells.map(
        (cell) =>
          new TableCell({
            children: cell.split('; ').map((text, at, all) => new Paragraph(at < all.length - 1 ? `${text};` : text)),
          }),
      ),
    })
  return [
    new Paragraph(caption),
    new Table({ rows: [line(headers, headerRow), ...rows.map((row) => line(row, false))] }),
  ]
}

function write(part: Part, style: Style): (Paragraph | Table)[] {
  const { bold, word = runs } = style
  if ('heading' in part) {
    return [
      bold
        ? new Paragraph({ children: [new TextRun({ text: part.heading, bold: true, size: 28 })] })
        : new Paragraph({ text: part.heading, heading: LEVELS[part.level] ?? HeadingLevel.HEADING_3 }),
    ]
  }
  if ('paragraph' in part) return [new Paragraph({ children: word(part.paragraph) })]
  if ('list' in part) {
    return part.list.map(
      (text) => new Paragraph({ text, numbering: { reference: part.ordered ? 'steps' : 'dots', level: 0 } }),
    )
  }
  return table(part.table, style)
}

async function pack(
  document: TestDocument,
  style: Style,
  extra: { before?: (Paragraph | TableOfContents)[]; footnotes?: boolean } = {},
) {
  const title = style.bold
    ? new Paragraph({ children: [new TextRun({ text: document.title, bold: true, size: 40 })] })
    : new Paragraph({ text: document.title, heading: HeadingLevel.TITLE })
  const file = new Document({
    title: document.title,
    creator: 'Ada Fern',
    numbering,
    ...(extra.footnotes
      ? { footnotes: { 1: { children: [new Paragraph('The mill was pulled down in 1931.')] } } }
      : {}),
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(RUNNING_HEAD)] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: ['Page ', PageNumber.CURRENT] })] })],
          }),
        },
        children: [...(extra.before ?? []), title, ...document.parts.flatMap((part) => write(part, style))],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

const change = { id: 0, author: 'Ada', date: '2020-01-01T00:00:00Z' }
/** Split into runs as word processors do, with a change that is tracked and a footnote. */
const edited = (text: string) => {
  const [first = '', ...rest] = text.split(' ')
  const note = text.includes('water mill') ? [new FootnoteReferenceRun(1)] : []
  return [
    new TextRun({ text: first.slice(0, 2), bold: true }),
    new TextRun(first.slice(2)),
    new DeletedTextRun({ text: ' DELETED WORDS', ...change }),
    new InsertedTextRun({ text: ` ${rest.slice(0, 3).join(' ')}`, ...change }),
    new TextRun(` ${rest.slice(3).join(' ')}`),
    ...note,
  ]
}

const wide: TestDocument = {
  title: 'Doses for bog plants',
  parts: [
    {
      paragraph:
        'The table gives doses for eleven plants. It has more columns than a page is wide, and a cell that stands for several rows.',
    },
    {
      table: {
        caption: 'Table 1. Doses',
        headers: ['Group', 'Plant', 'Spring', 'Summer', 'Autumn', 'Winter', 'Note'],
        rows: Array.from({ length: 11 }, (_, at) => [
          at < 5 ? 'Mosses' : 'Ferns',
          `Plant ${at + 1}`,
          `${at * 3 + 1} ml`,
          `${at * 5 + 2} ml`,
          `${at + 0.5} ml`,
          at % 4 === 0 ? '' : `${at} ml`,
          at % 3 === 0 ? 'Not after dusk; not in rain' : '',
        ]),
      },
    },
    { paragraph: 'Empty cells mean that no dose is known.' },
  ],
}

async function merged() {
  const part = wide.parts[1]
  if (!part || !('table' in part)) throw new Error('The wide document has lost its table.')
  const { headers, rows, caption } = part.table
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const group = (text: string, first: boolean) =>
    new TableCell({
      verticalMerge: first ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
      children: [new Paragraph(first ? text : '')],
    })
  const lines = rows.map(
    (row, at) => new TableRow({ children: [group(row[0] ?? '', at === 0 || at === 5), ...row.slice(1).map(cell)] }),
  )
  const [before, , after] = wide.parts
  const file = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: wide.title, heading: HeadingLevel.HEADING_1 }),
          ...(before ? write(before, { bold: false, headerRow: true }) : []),
          new Paragraph(caption),
          new Table({ rows: [new TableRow({ tableHeader: true, children: headers.map(cell) }), ...lines] }),
          ...(after ? write(after, { bold: false, headerRow: true }) : []),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

const contents = new TableOfContents('Contents', {
  hyperlink: true,
  headingStyleRange: '1-3',
  stylesWithLevels: [new StyleLevel('Heading1', 1)],
})

export interface WordFile {
  readonly name: string
  readonly document: TestDocument
  readonly bytes: () => Promise<Uint8Array>
  /** Text that the file holds beyond the document and that stays: footnotes, at the end. */
  readonly more?: string
}

export const wordFiles: readonly WordFile[] = [
  {
    name: 'with styles',
    document: velvetMoss,
    bytes: () => pack(velvetMoss, { bold: false, headerRow: true }, { before: [contents] }),
  },
  {
    name: 'with bold lines as headings, and no table headers',
    document: riverLynx,
    bytes: () => pack(riverLynx, { bold: true, headerRow: false }),
  },
  {
    name: 'with tracked changes, split runs and a footnote',
    document: velvetMoss,
    bytes: () => pack(velvetMoss, { bold: false, headerRow: true, word: edited }, { footnotes: true }),
    more: 'The mill was pulled down in 1931.',
  },
  { name: 'with a wide table and merged cells', document: wide, bytes: merged },
  {
    name: 'with a text box, hidden words, lists in lists and a header of two rows',
    document: newts,
    bytes: awkwardWordFile,
  },
]
