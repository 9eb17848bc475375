/** A Word document with what is hard to read: lists of three levels, cells over rows and columns, a text box, hidden words. */
import {
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from 'docx'

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
})
const numbering = {
  config: [
    {
      reference: 'dots',
      levels: [level(0, LevelFormat.BULLET, '•'), level(1, LevelFormat.BULLET, 'o'), level(2, LevelFormat.BULLET, '–')],
    },
    { reference: 'steps', levels: [level(0, LevelFormat.DECIMAL, '%1.'), level(1, LevelFormat.LOWER_LETTER, '%2)')] },
  ],
}
const item = (text: string, at = 0, reference = 'dots') => new Paragraph({ text, numbering: { reference, level: at } })
const cell = (text: string | Paragraph[], spans: { rowSpan?: number; columnSpan?: number } = {}) =>
  new TableCell({ ...spans, children: typeof text === 'string' ? [new Paragraph(text)] : text })
const change = { id: 0, author: 'Ada', date: '2020-01-01T00:00:00Z' }

const table = new Table({
  rows: [
    new TableRow({
      children: [cell('Pond', { rowSpan: 2 }), cell('Newts', { columnSpan: 2 }), cell('Remarks', { rowSpan: 2 })],
    }),
    new TableRow({ children: [cell('Smooth'), cell('Great crested')] }),
    new TableRow({ children: [cell('Mill pond', { rowSpan: 2 }), cell('12'), cell('3'), cell('Clear water')] }),
    new TableRow({ children: [cell('15'), cell('2'), cell([item('Rain'), item('Wind from the east')])] }),
    new TableRow({
      children: [cell('School pond'), cell('Not counted', { columnSpan: 2 }), cell('Frozen until April')],
    }),
  ],
})

export async function awkwardWordFile(): Promise<Uint8Array> {
  const file = new Document({
    title: 'Counting newts',
    numbering,
    footnotes: { 1: { children: [new Paragraph('Later in the hills.')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Counting newts', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: 'Before you go', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('Newts are counted at night, '),
              new DeletedTextRun({ text: 'with a DELETED horn, ', ...change }),
              new InsertedTextRun({ text: 'with a dim torch, ', ...change }),
              new TextRun({ text: 'HIDDEN WORDS, ', vanish: true }),
              new TextRun('between March and May.'),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Textbox({
            style: { width: '200pt', height: '40pt' },
            children: [new Paragraph('Never touch a newt with dry hands.')],
          }),
          item('Take a torch.'),
          item('A red one is best.', 1),
          item('White light wakes them.', 2),
          item('Take boots.'),
          item('Walk slowly around the pond.', 0, 'steps'),
          item('Count those on your left.', 1, 'steps'),
          item('Write the number down.', 0, 'steps'),
          new Paragraph({ text: 'What was counted', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('Table 1. Newts by pond'),
          table,
          new Paragraph('One frog was not counted.'),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}
