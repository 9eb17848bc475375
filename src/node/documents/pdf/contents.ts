import type { Change } from '../document.ts'
import type { PageRows } from './furniture.ts'
import { type Row, toLine } from './page-text.ts'

/** Dots that lead to a page number. */
const LEADER = /(?:\s?[.…]){4,}\s*(?:\d{1,4}|[ivxl]{1,7})$/
/** A heading and its page. */
const ENTRY = /^(.+?)[\s.…]+(\d{1,4})$/
/** Entries without dots, one below the other: fewer may be a list of figures. */
const MIN_ENTRIES = 3
/** Share of the entries that are headings elsewhere in the document. */
const KNOWN = 0.6
const TITLE =
  /^(?:table of contents|contents|what[’']s inside|inside|in this (?:leaflet|booklet|guide|issue|document|factsheet|fact sheet))[:.]?$/i

/** Pages without their table of contents: lines that end in the number of a page, and the heading above them. */
export function removeContents(pages: readonly PageRows[], changes: Change[]): PageRows[] {
  const names = new Set(pages.flatMap(({ rows }) => rows.map((row) => nameOf(textOf(row)))))
  return pages.map(({ page, rows }) => {
    const gone = new Set(rows.filter((row) => LEADER.test(textOf(row))))
    for (const run of entriesIn(rows)) {
      const known = run.filter((row) => names.has(nameOf(ENTRY.exec(textOf(row))?.[1] ?? '')))
      if (run.length >= MIN_ENTRIES && known.length >= KNOWN * run.length) for (const row of run) gone.add(row)
    }
    const first = rows.findIndex((row) => gone.has(row))
    const above = rows[first - 1]
    if (above && TITLE.test(textOf(above))) gone.add(above)
    for (const row of gone) {
      const text = textOf(row).replace(/(?:\s?\.){4,}/, ' …')
      changes.push({ kind: 'removed', what: 'line of the table of contents', text, page: page.number })
    }
    return { page, rows: rows.filter((row) => !gone.has(row)) }
  })
}

const textOf = (row: Row) => toLine(row).text
const nameOf = (text: string) => text.toLowerCase()

/** Rows one after the other that end in page numbers which never fall. */
function entriesIn(rows: readonly Row[]): Row[][] {
  const found: { rows: Row[]; page: number }[] = []
  let isOpen = false
  for (const row of rows) {
    const number =
      row.runs.length > 1 && !row.runs.some(({ table }) => table) ? ENTRY.exec(textOf(row))?.[2] : undefined
    const page = number === undefined ? null : Number(number)
    const last = found.at(-1)
    if (page !== null && isOpen && last && page >= last.page) {
      last.rows.push(row)
      last.page = page
    } else if (page !== null) found.push({ rows: [row], page })
    isOpen = page !== null
  }
  return found.map((entry) => entry.rows)
}
