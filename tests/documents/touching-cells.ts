import PDFDocument from 'pdfkit'
import type { TestDocument } from './document.ts'

const [LEFT, LINE, SIZE] = [50, 14, 10]
/** Points between the longest cell of a column and the next one: as much as between two words. */
const GAP = 2.5
const [BEFORE, AFTER] = ['Begin with the mildest means, and wait a night before you try the next.', 'Then rinse it.']
const HEADERS = ['Stain', 'First', 'Then', 'Minutes']
const ROWS = [
  ['Tea', 'Cold water', 'Lemon juice', '10'],
  ['Tar', 'Butter, then flakes', 'Ask a cleaner', '45'],
  ['Wine, red or white', 'Salt', 'Cold water', '15'],
  ['Grass', 'Spirit', 'Tepid water', '5'],
  ['Ink', 'Milk', 'Soap', '20'],
]

/** A table without lines, each cell put in its place; nothing in the file says that they are cells. */
export async function touchingCells(): Promise<{ bytes: Uint8Array; document: TestDocument }> {
  const pdf = new PDFDocument({ size: 'A5', margin: 0 })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise((resolve) => pdf.on('end', resolve))
  pdf.font('Helvetica-Bold').fontSize(18).text('Stains', LEFT, 50, { lineBreak: false })
  pdf.font('Times-Roman').fontSize(SIZE).text(BEFORE, LEFT, 90, { lineBreak: false })
  const table = [HEADERS, ...ROWS]
  const widths = HEADERS.map((_, column) => Math.max(...table.map((row) => pdf.widthOfString(row[column] ?? ''))) + GAP)
  for (const [at, row] of table.entries()) {
    let x = LEFT
    for (const [column, cell] of row.entries()) {
      pdf.text(cell, x, 120 + at * LINE, { lineBreak: false })
      x += widths[column] ?? 0
    }
  }
  pdf.text(AFTER, LEFT, 240, { lineBreak: false })
  pdf.end()
  await finished
  const parts = [{ paragraph: BEFORE }, { table: { caption: '', headers: HEADERS, rows: ROWS } }, { paragraph: AFTER }]
  return { bytes: new Uint8Array(Buffer.concat(chunks)), document: { title: 'Stains', parts } }
}
