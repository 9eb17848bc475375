import type { Span } from '../../core/source.ts'

/** Between cells; an empty cell leaves one or both of its blanks out. */
const SEPARATOR = /^ ?\| ?/

/**
 * Where the cells of a table row stand in the canonical text. Empty cells have empty spans.
 * @param row the block of the row or of the table's head
 * @param cells the row's cells, in order
 */
export function cellSpans(text: string, row: Span, cells: readonly string[]): Span[] {
  let start = row.start
  return cells.map((cell, at) => {
    if (at > 0) start += SEPARATOR.exec(text.slice(start, start + 3))?.[0].length ?? 0
    const span = { start, end: start + cell.length }
    start = span.end
    return span
  })
}
