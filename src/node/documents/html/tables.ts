import type { Element, ElementContent } from 'hast'
import { attribute, elementChildren, elementsOf, isElement, rewrite, textOf } from './hast.ts'

/** More columns or rows than a cell of a real table spans. */
const MAX_SPAN = 100
/** Where spans make more cells than this of a table, each is read as 1. */
const MAX_CELLS = 50_000
const BLOCKS = ['p', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'div', 'blockquote', 'dl']

/**
 * Tables as plain grids: a cell that spans columns or rows is repeated in each, so that every row can be read on its
 * own. Tables that only lay a page out become what they hold.
 */
export function plainTables<Parent extends { children: Element['children'] }>(parent: Parent): Parent {
  return rewrite(parent, (child) => {
    if (!isElement(child, 'table')) return [child]
    return isLayout(child) ? unwrap(child) : [...captionOf(child), toGrid(rewrite(child, withMarks))]
  })
}

/** Cells become a line: the items of their lists keep the marks that readers see. */
function withMarks(child: ElementContent): ElementContent[] {
  if (!isElement(child, 'ul', 'ol')) return [child]
  const isOrdered = child.tagName === 'ol'
  const items = elementChildren(child).map((item, at): Element => {
    const mark = isOrdered ? `${at + 1}. ` : '• '
    return { ...item, children: [{ type: 'text', value: mark }, ...item.children] }
  })
  return items.length > 1 ? [{ ...child, children: items }] : [child]
}

/** `th` says that it is data; a table in a table, one column or one row, and cells full of blocks say that it is not. */
function isLayout(table: Element): boolean {
  const role = attribute(table, 'role')
  if (role === 'presentation' || role === 'none') return true
  const inner = [...elementsOf(table)]
  if (inner.some(({ tagName }) => tagName === 'table')) return true
  if (inner.some(({ tagName }) => tagName === 'th')) return false
  const rows = rowsOf(table)
  const widths = rows.map((row) => cellsOf(row).length)
  if (rows.length < 2 || Math.max(...widths) < 2) return true
  const full = rows
    .flatMap(cellsOf)
    .filter((cell) => [...elementsOf(cell)].filter((part) => BLOCKS.includes(part.tagName)).length > 2)
  return full.length > 0
}

function unwrap(table: Element): Element[] {
  return rowsOf(table)
    .flatMap(cellsOf)
    .map((cell) => ({ ...cell, tagName: 'div' }))
}

/** A caption stands before its table, as a paragraph that begins with "Table". */
function captionOf(table: Element): Element[] {
  const caption = table.children.find((child) => isElement(child, 'caption'))
  const words = caption ? textOf(caption).trim() : ''
  if (words === '') return []
  const value = /^table\b/i.test(words) ? words : `Table: ${words}`
  return [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] }]
}

function rowsOf(table: Element): Element[] {
  return elementChildren(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child]
    return isElement(child, 'thead', 'tbody', 'tfoot')
      ? elementChildren(child).filter((row) => row.tagName === 'tr')
      : []
  })
}

const cellsOf = (row: Element) => elementChildren(row).filter((cell) => isElement(cell, 'td', 'th'))

function toGrid(table: Element): Element {
  const rows = rowsOf(table)
  const lines = placeCells(rows, MAX_CELLS / rows.length) ?? placeCells(rows, 0) ?? []
  const toRow = (cells: Element[]): Element => ({ type: 'element', tagName: 'tr', properties: {}, children: cells })
  return { ...table, children: nameColumns(mergeHeads(rows, lines)).map(toRow) }
}

/**
 * Cells by row and column, each row of the same width.
 * @param maxWidth with 0, a cell spans one row and column; null if the table becomes wider
 */
function placeCells(rows: readonly Element[], maxWidth: number): Element[][] | null {
  const grid: Element[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const cell of cellsOf(row)) {
      while (grid[at]?.[column]) column += 1
      const [across, down] = maxWidth > 0 ? [spanOf(cell, 'colSpan'), spanOf(cell, 'rowSpan')] : [1, 1]
      if (maxWidth > 0 && column + across > maxWidth) return null
      for (const below of grid.slice(at, at + down)) {
        for (let beside = column; beside < column + across; beside += 1) below[beside] ??= { ...cell, properties: {} }
      }
      column += across
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length))
  const empty: Element = { type: 'element', tagName: 'td', properties: {}, children: [] }
  return grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? empty))
}

/** Header rows one below the other become one: "Dose" over "Adults" and "Children" is "Dose Adults", "Dose Children". */
function mergeHeads(rows: readonly Element[], lines: Element[][]): Element[][] {
  const told = rows.findIndex((row) => !cellsOf(row).every(({ tagName }) => tagName === 'th'))
  const heads = told === 0 ? spannedHeads(rows) : told
  if (heads < 2) return lines
  const first = (lines[0] ?? []).map((cell, column): Element => {
    const words = lines.slice(0, heads).map((line) => textOf(line[column] ?? cell).trim())
    const value = words.filter((word, at) => word !== '' && words.indexOf(word) === at).join(' ')
    return { ...cell, tagName: 'th', children: [{ type: 'text', value }] }
  })
  return [first, ...lines.slice(heads)]
}

/** Without header cells: as many rows as the names beside a name over several columns go down. */
function spannedHeads([first]: readonly Element[]): number {
  const cells = first ? cellsOf(first) : []
  const isOver = cells.some((cell) => spanOf(cell, 'colSpan') > 1 && spanOf(cell, 'rowSpan') === 1)
  const down = cells.map((cell) => spanOf(cell, 'rowSpan'))
  return isOver && down.some((rows) => rows > 1) ? Math.max(...down) : 0
}

/**
 * Marks a first row as the header where nothing in the table does and it reads like one: it is bold, or holds no
 * figures above columns that do, or names three columns or more. Otherwise the table has no header: a row told under a
 * wrong name would be false, under none it is only bare.
 */
function nameColumns(lines: Element[][]): Element[][] {
  const [first = [], ...rest] = lines
  if (rest.length === 0 || lines.flat().some(({ tagName }) => tagName === 'th')) return lines
  const words = first.map((cell) => textOf(cell).trim())
  const hasFigures = (line: readonly Element[]) => line.slice(1).some((cell) => /\d/.test(textOf(cell)))
  const isPlain = words.slice(1).every((word) => word !== '' && !/\d/.test(word))
  const isHeader = isBold(first) || (isPlain && (first.length > 2 || rest.every(hasFigures)))
  return isHeader ? [first.map((cell) => ({ ...cell, tagName: 'th' })), ...rest] : lines
}

const isBold = (cells: readonly Element[]) =>
  cells.every(
    (cell) =>
      textOf(cell).trim() === '' ||
      [...elementsOf(cell)].some(({ tagName }) => tagName === 'strong' || tagName === 'b'),
  )

function spanOf(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Number(attribute(cell, name) || 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MAX_SPAN) : 1
}
