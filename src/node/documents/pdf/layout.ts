import { type Band, cut, findBands, rowsBeside } from './bands.ts'
import { CAPTION } from './flow.ts'
import { type Line, median, mostOf, type Row, toLine } from './page-text.ts'
import { kindOf, toGrid } from './tables.ts'
import { zonesOf } from './zones.ts'

/** Text in reading order: lines of one column after the other, and tables where they stand. */
export type Region =
  | { readonly kind: 'column'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly cells: readonly (readonly (readonly Line[])[])[]; readonly y: number }

/** Columns in columns in columns: a page has no more. */
const MAX_DEPTH = 6
/** A row that is this many font sizes below the last one is no part of what stands above. */
const FAR = 2.4
/** How much larger the letters of a heading are than those of a table before it. */
const HEADING = 1.15
const MAX_HEADING = 90
const NEAR = 1.7
/** Rows of a table that may end columns, and rows of what stands above it: a heading, a title of two lines. */
const MIN_TABLE_ROWS = 3
const MAX_TITLE_ROWS = 4
/** Rows beside a gutter that other pages may rely on, and points by which theirs may be elsewhere. */
const GUTTER_ROWS = 8
const SAME_GUTTER = 12
/** Points by which text that touches a gap may reach into it. */
const TOUCH = 0.6

/**
 * The rows of a page, or of a part of it, in reading order.
 * @param gutters where columns of prose are parted on other pages, by `guttersOf`
 */
export function layOut(rows: readonly Row[], gutters: readonly number[] = [], depth = 0): Region[] {
  if (rows.length === 0) return []
  const across = tableAcross(rows, gutters)
  if (across) {
    const { from, to, title, gaps } = across
    const parts = [rows.slice(0, title), rows.slice(title, from), rows.slice(to)].map((part) =>
      layOut(part, gutters, depth),
    )
    const [above = [], head = [], below = []] = parts
    return [...above, ...head, tableOf(rows, { from, to, gaps }), ...below]
  }
  const kind = ({ from, to, gaps }: Band) => {
    const found = kindOf(rows.slice(from, to), gaps)
    return found !== 'prose' && gaps.every((gap) => isNear(gap, gutters)) ? 'prose' : found
  }
  const bands = depth < MAX_DEPTH ? findBands(rows) : []
  const tables = bands.filter((band) => kind(band) === 'table')
  const first = bands.find((band) => kind(band) !== 'chance')
  const found = first && (tables.find((table) => reachesInto(rows, table, first)) ?? first)
  if (!found) return [{ kind: 'column', lines: rows.map(toLine) }]
  const inside = rows.slice(found.from, found.to)
  if (kind(found) === 'table') {
    const band = widenTable(rows, found)
    return [
      ...layOut(rows.slice(0, band.from), gutters, depth),
      tableOf(rows, band),
      ...layOut(rows.slice(band.to), gutters, depth),
    ]
  }
  const gap = widest(inside, found)
  const band = endColumns(rows, { ...found, gaps: [gap] }, tables)
  const parts = rows.slice(band.from, band.to).map((row) => cut(row, [gap]))
  const columns = [0, 1].map((at) => parts.flatMap((part) => part[at] ?? []).filter(({ runs }) => runs.length > 0))
  return [
    ...layOut(rows.slice(0, band.from), gutters, depth),
    ...columns.flatMap((column) => layOut(column, gutters, depth + 1)),
    ...layOut(rows.slice(band.to), gutters, depth),
  ]
}

const tableOf = (rows: readonly Row[], { from, to, gaps }: Band): Region => ({
  kind: 'table',
  cells: toGrid(rows.slice(from, to), gaps),
  y: rows[from]?.y ?? 0,
})

/** A table among three columns of prose or more, over all of them, with the rows above it that are its title. */
function tableAcross(rows: readonly Row[], gutters: readonly number[]): (Band & { readonly title: number }) | null {
  const zones = zonesOf(rows)
  const prose = zones.filter((zone) => isManyColumns(rows, zone, gutters))
  for (const zone of zones) {
    const inside = rows.slice(zone.from, zone.to)
    const [near] = prose.toSorted((a, b) => Math.abs(a.from - zone.from) - Math.abs(b.from - zone.from))
    if (!near || prose.includes(zone) || inside.length < MIN_TABLE_ROWS || kindOf(inside, zone.gaps) !== 'table')
      continue
    if (inside.every((row) => isFreeAt(row, near.gaps))) continue
    let { from } = zone
    const isHeader = (row: Row | undefined) =>
      row && isFreeAt(row, zone.gaps) && columnsIn(row, zone.gaps) > zone.gaps.length
    while (isHeader(rows[from - 1])) from -= 1
    const band = widenTable(rows, { ...zone, from })
    return { ...band, title: startOfTitle(rows, 0, band.from, near.gaps[0] ?? 0) }
  }
  return null
}

const isManyColumns = (rows: readonly Row[], { from, to, gaps }: Band, gutters: readonly number[] = []) =>
  gaps.length > 1 && (gaps.every((gap) => isNear(gap, gutters)) || kindOf(rows.slice(from, to), gaps) === 'prose')

/** Where a page is parted into columns of prose, in points; so may others be that have fewer lines. */
export function guttersOf(rows: readonly Row[]): number[] {
  const many = zonesOf(rows).filter((zone) => isManyColumns(rows, zone))
  return [...many.flatMap(({ gaps }) => gaps), ...singleGutters(rows)]
}

function singleGutters(rows: readonly Row[]): number[] {
  return findBands(rows).flatMap(({ from, to, gaps }) => {
    const inside = rows.slice(from, to)
    return gaps.length === 1 && kindOf(inside, gaps) === 'prose' && rowsBeside(inside, gaps[0] ?? 0) >= GUTTER_ROWS
      ? gaps
      : []
  })
}

const isNear = (x: number | undefined, gutters: readonly number[]) =>
  x !== undefined && gutters.some((gutter) => Math.abs(gutter - x) <= SAME_GUTTER)

/** Of several gaps the one with most rows beside it, the left one first. */
const widest = (rows: readonly Row[], { gaps }: Band): number =>
  gaps.toSorted((a, b) => rowsBeside(rows, b) - rowsBeside(rows, a) || a - b)[0] ?? 0

const columnsIn = (row: Row, gaps: readonly number[]) => cut(row, gaps).filter(({ runs }) => runs.length > 0).length

const isFreeAt = ({ runs }: Row, gaps: readonly number[]) =>
  runs.every(({ left, right }) => gaps.every((x) => right <= x + TOUCH || left >= x - TOUCH))

const distance = (above: Row | undefined, below: Row | undefined) =>
  above && below ? (above.y - below.y) / Math.max(above.size, below.size) : Infinity

/** Whether a table of the whole page ends within what looks like columns: its last rows happen to leave their gutter free. */
function reachesInto(rows: readonly Row[], table: Band, { from, to, gaps }: Band): boolean {
  const overlaps = table.from < from && table.to > from && table.to <= to
  const isCrossed = rows.slice(table.from, from).some((row) => !isFreeAt(row, gaps))
  return overlaps && isCrossed && rows.slice(from, table.to).some((row) => columnsIn(row, table.gaps) > 1)
}

/**
 * Columns of prose end where a table of the whole page begins: one that goes on below them, or that has nothing beside
 * it. The rows right above it are its title.
 */
function endColumns(rows: readonly Row[], band: Band, tables: readonly Band[]): Band {
  const gutter = band.gaps[0] ?? 0
  const starts = tables
    .filter(({ from, to }) => from > band.from && from < band.to && to - from >= MIN_TABLE_ROWS)
    .filter(({ from, to }) => to > band.to || rowsBeside(rows.slice(from, to), gutter) === 0)
    .map(({ from }) => from)
  if (starts.length === 0) {
    const longer = lengthenColumns(rows, band)
    const isTable = rows[longer.to]?.runs.some(({ table }) => table)
    return isTable ? { ...longer, to: startOfTitle(rows, band.from, longer.to, gutter) } : longer
  }
  const start = Math.min(...starts)
  return { ...band, to: startOfTitle(rows, band.from, start, gutter) }
}

/** The first of the short rows above a table, on its side of a gutter, that has white above it. */
function startOfTitle(rows: readonly Row[], from: number, table: number, gutter: number): number {
  const isLeft = (row: Row) => (row.runs[0]?.left ?? 0) < gutter
  const rightOf = (row: Row) => row.runs.at(-1)?.right ?? 0
  const beside = rows.slice(from, table).filter((row) => rowsBeside([row], gutter) === 0)
  const size = median(beside.map((row) => row.size))
  const fullest = (left: boolean) => Math.max(...beside.filter((row) => isLeft(row) === left).map(rightOf))
  let title = table
  for (let at = table - 1; at > from && at >= table - MAX_TITLE_ROWS; at--) {
    const row = rows[at]
    if (!row || !beside.includes(row)) break
    const isCaption = CAPTION.test(toLine(row).text)
    if (!isCaption && row.size < HEADING * size && rightOf(row) > fullest(isLeft(row)) - row.size) break
    if (distance(rows[at - 1], row) > NEAR) title = at
  }
  return title
}

/**
 * One column may be longer than the other. Where text stands on both sides again, something else has begun, and the
 * larger letters before it, or others, are its heading.
 */
function lengthenColumns(rows: readonly Row[], band: Band): Band {
  let { to } = band
  const size = median(rows.slice(band.from, band.to).map((row) => row.size))
  const font = fontOf(rows.slice(band.from, band.to))
  const isHeading = (row: Row | undefined) =>
    row !== undefined &&
    (row.size > size || (row.size > 0.95 * size && fontOf([row]) !== font && toLine(row).text.length <= MAX_HEADING))
  const isBeside = (row: Row) => rowsBeside([row], band.gaps[0] ?? 0) > 0
  while (to < rows.length && distance(rows[to - 1], rows[to]) < FAR) {
    const row = rows[to]
    if (!row || !isFreeAt(row, band.gaps) || row.size > 1.6 * size) break
    if (isBeside(row)) {
      while (to > band.to && isHeading(rows[to - 1])) to -= 1
      break
    }
    to += 1
  }
  // Where text as wide as the page follows, they are as well.
  const isFollowed = to < rows.length && distance(rows[to - 1], rows[to]) < FAR
  while (isFollowed && to > band.to && isHeading(rows[to - 1])) to -= 1
  return { ...band, to }
}

const fontOf = (rows: readonly Row[]) =>
  mostOf(
    rows.flatMap(({ runs }) => runs),
    ({ font }) => font,
  )

/** The first or last row of a table may have lines of one column alone. */
function widenTable(rows: readonly Row[], band: Band): Band {
  let { from, to } = band
  const [firstGap = 0] = band.gaps
  const belongs = (row: Row | undefined, next: number) =>
    row !== undefined && next < NEAR && isFreeAt(row, band.gaps) && row.runs.every(({ left }) => left > firstGap)
  while (to < rows.length && belongs(rows[to], distance(rows[to - 1], rows[to]))) to += 1
  while (from > 0 && belongs(rows[from - 1], distance(rows[from - 1], rows[from]))) from -= 1
  // Larger letters in one column are the heading of what follows.
  const size = median(rows.slice(from, to).map((row) => row.size))
  const isHeading = (row: Row | undefined) => row && row.size > HEADING * size && columnsIn(row, band.gaps) === 1
  while (to > from && isHeading(rows[to - 1])) to -= 1
  return { ...band, from, to }
}
