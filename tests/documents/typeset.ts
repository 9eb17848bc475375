import PDFDocument from 'pdfkit'
import type { Part, Table, TestDocument } from './document.ts'

export interface Layout {
  readonly columns: 1 | 2
  readonly hyphenate: boolean
  readonly justify: boolean
  /** Printed at the top of each page; even and odd ones may differ. */
  readonly head: (page: number) => string
  /** Printed at the bottom of each page. */
  readonly foot: (page: number) => string
  /** Of the file: passwords and what readers may do. */
  readonly file?: PDFKit.PDFDocumentOptions
  /** Printed at the top of these columns, counted from 0, in the middle of whatever is being set. */
  readonly captions?: Readonly<Record<number, string>>
  /** Text of a note at the foot of these columns, counted from 0. */
  readonly notes?: Readonly<Record<number, string>>
}

const [HEIGHT, MARGIN, GUTTER] = [595, 50, 18]
const BODY = { font: 'Times-Roman', size: 10, leading: 12.5 }
const NOTE = { font: 'Times-Roman', size: 7.5, leading: 9 }
const HEADINGS = [
  { font: 'Helvetica-Bold', size: 18, leading: 22 },
  { font: 'Helvetica-Bold', size: 18, leading: 22 },
  { font: 'Helvetica-Bold', size: 13, leading: 17 },
  { font: 'Helvetica-Bold', size: 10, leading: 13 },
] as const
type Letters = typeof BODY

/** Where a word of small letters may be broken: between a vowel and the consonant after it, three letters from its ends. */
const BREAK = /(?<=^[a-z]{2,}[aeiou])(?=[^aeiou][a-z]{2,}$)/g

/**
 * Sets a document line by line and places each line by itself, as typesetting programs do.
 * @returns the file, and the document in the order in which a person reads it: captions and notes after what they interrupt
 */
export async function typeset(
  document: TestDocument,
  layout: Layout,
): Promise<{ bytes: Uint8Array; document: TestDocument }> {
  const WIDTH = layout.columns === 1 ? 420 : 595
  const pdf = new PDFDocument({
    size: [WIDTH, HEIGHT],
    margin: 0,
    autoFirstPage: false,
    info: { Title: document.title },
    ...layout.file,
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise((resolve) => pdf.on('end', resolve))
  const columnWidth = (WIDTH - 2 * MARGIN - (layout.columns - 1) * GUTTER) / layout.columns
  const read: Part[] = []
  let waiting: string[] = []
  /** Whether a line of the part that is being set stands already: what comes now stands in its middle. */
  let begun = false
  const place = (paragraph: string) => void (begun ? waiting.push(paragraph) : read.push({ paragraph }))
  let noteBelow: string | undefined
  let [page, column, y, bottom] = [0, -1, HEIGHT, 0]
  const left = () => MARGIN + (Math.max(0, column) % layout.columns) * (columnWidth + GUTTER)
  const use = ({ font, size }: Letters) => pdf.font(font).fontSize(size)
  const widthOf = (text: string, letters: Letters) => use(letters).widthOfString(text)

  const put = (text: string, letters: Letters, x: number, width?: number) => {
    const spare = width === undefined ? 0 : width - widthOf(text, letters)
    const spaces = text.split(' ').length - 1
    const wordSpacing = layout.justify && width !== undefined && spaces > 0 && spare > 0 ? spare / spaces : 0
    use(letters).text(text, x, y, { lineBreak: false, wordSpacing })
    y += letters.leading
  }
  const nextColumn = () => {
    column += 1
    if (noteBelow) place(noteBelow)
    noteBelow = undefined
    if (column % layout.columns === 0) {
      pdf.addPage()
      page += 1
      use({ ...BODY, size: 8 })
      pdf.text(layout.head(page), page % 2 ? WIDTH - MARGIN - pdf.widthOfString(layout.head(page)) : MARGIN, 24, {
        lineBreak: false,
      })
      pdf.text(layout.foot(page), WIDTH / 2, HEIGHT - 30, { lineBreak: false })
    }
    y = page === 1 && layout.columns === 2 ? MARGIN + 40 : MARGIN
    bottom = HEIGHT - MARGIN
    const caption = layout.captions?.[column]
    if (caption) {
      for (const line of breakLines(caption, columnWidth, NOTE)) put(line.text, NOTE, left())
      y += 14
      place(caption)
    }
    const note = layout.notes?.[column]
    if (note) {
      const lines = breakLines(note, columnWidth - 8, NOTE)
      const resume = y
      bottom -= lines.length * NOTE.leading + 10
      y = bottom + 10
      use({ ...NOTE, size: 5 }).text('1', left(), y - 1.5, { lineBreak: false })
      for (const [at, line] of lines.entries()) put(line.text, NOTE, left() + (at === 0 ? 3.2 : 0))
      y = resume
      noteBelow = note
    }
  }
  const ensure = (height: number) => {
    if (y + height > bottom) nextColumn()
  }
  function breakLines(text: string, width: number, letters: Letters): { text: string; ends: boolean }[] {
    const lines: { text: string; ends: boolean }[] = []
    let line = ''
    for (const word of text.split(' ')) {
      let rest = word
      const whole = line === '' ? rest : `${line} ${rest}`
      if (widthOf(whole, letters) <= width) {
        line = whole
        continue
      }
      const head = breaksOf(word, layout.hyphenate).findLast((part) => widthOf(`${line} ${part}`, letters) <= width)
      if (head !== undefined && line !== '') {
        line = `${line} ${head}`
        rest = word.slice(head.endsWith('-') && !word.startsWith(head) ? head.length - 1 : head.length)
      }
      lines.push({ text: line, ends: false })
      line = rest
    }
    return [...lines, { text: line, ends: true }]
  }
  const flow = (text: string, letters: Letters, indent = 0, first = '') => {
    breakLines(text, columnWidth - indent, letters).forEach((line, at) => {
      ensure(letters.leading)
      begun = true
      if (first !== '' && at === 0) use(letters).text(first, left(), y, { lineBreak: false })
      put(line.text, letters, left() + indent, line.ends ? undefined : columnWidth - indent)
    })
  }
  const table = ({ caption, headers, rows }: Table) => {
    flow(caption, BODY)
    y += 3
    const width = columnWidth / headers.length
    const row = (cells: readonly string[], font: string) => {
      const letters = { ...BODY, font, size: layout.columns === 1 ? 9 : 7.5, leading: layout.columns === 1 ? 11 : 9 }
      const lines = cells.map((cell) => breakLines(cell, width - 10, letters).map((line) => line.text))
      const height = Math.max(...lines.map(({ length }) => length)) * letters.leading
      if (y + height > bottom) {
        nextColumn()
        if (cells !== headers) row(headers, 'Times-Bold')
      }
      const top = y
      for (const [at, cell] of lines.entries()) {
        y = top
        for (const line of cell) put(line, letters, left() + at * width)
      }
      y = top + height + 3
    }
    row(headers, 'Times-Bold')
    for (const cells of rows) row(cells, 'Times-Roman')
    y += 8
  }

  nextColumn()
  if (layout.columns === 2) {
    y = MARGIN
    put(document.title, HEADINGS[1], MARGIN)
    y += 10
  } else flow(document.title, HEADINGS[1])
  y += 6
  for (const part of document.parts) {
    begun = false
    if ('heading' in part) {
      const letters = HEADINGS[part.level]
      y += 8
      ensure(3 * letters.leading)
      flow(part.heading, letters)
      y += 3
      read.push(part)
    } else if ('list' in part) {
      for (const [at, item] of part.list.entries()) flow(item, BODY, 14, part.ordered ? `${at + 1}.` : '•')
      y += 5
      read.push(part)
    } else if ('table' in part) {
      table(part.table)
      read.push(part)
    } else {
      flow(part.paragraph, BODY)
      y += 5
      read.push(part)
    }
    read.push(...waiting.map((paragraph) => ({ paragraph })))
    waiting = []
  }
  if (noteBelow) read.push({ paragraph: noteBelow })
  pdf.end()
  await finished
  return { bytes: new Uint8Array(Buffer.concat(chunks)), document: { ...document, parts: read } }
}

/** First parts of a word that may stand at a line end, with the hyphen that is printed there. */
function breaksOf(word: string, hyphenate: boolean): string[] {
  const own = [...word.matchAll(/(?<=\p{L}{2,})-(?=\p{L}{2,})/gu)].map(({ index }) => word.slice(0, index + 1))
  const soft = hyphenate ? [...word.matchAll(BREAK)].map(({ index }) => `${word.slice(0, index)}-`) : []
  return [...own, ...soft].sort((a, b) => a.length - b.length)
}
