import { cut, rowsBeside } from './bands.ts'
import { type Line, median, type Row, toLine } from './page-text.ts'

/** Lines of prose fill their column by this share, the middle one of them; cells seldom do. */
const PROSE_FILL = 0.62
/** Words of a line of prose, the middle one of them. */
const PROSE_WORDS = 3
/** Columns of prose have so many lines at least. */
const PROSE_ROWS = 4
/** Columns that each stand for themselves have so many lines, and this share of the rows is on one side alone. */
const APART_ROWS = 8
const APART = 0.25
/** First cells are names: so many lines of them alone are text. */
const FIRST_ALONE = 6
/** Points within which lines are aligned, and the share of lines that must be. */
const SAME_PLACE = 3
const ALIGNED = 0.75
/** Share of its width that the words of a justified line take up. */
const INKED = 0.6
/** Distances of lines that differ by less than this share are the same one. */
const SAME_GAP = 1.08
/** Widths of words are guessed from the line; so much wider a word may be. */
const ROOM = 1.15

/** What gaps through some rows make of them: a table, columns of prose, or nothing: words may stand so by chance. */
export function kindOf(rows: readonly Row[], gaps: readonly number[]): 'table' | 'prose' | 'chance' {
  const columns = columnsOf(rows, gaps)
  if (columns.length < 2) return 'chance'
  const lefts = columns.map((lines) => Math.min(...lines.map(({ left }) => left)))
  const right = Math.max(...columns.flat().map((line) => line.right))
  const isFull = (lines: readonly Line[], at: number) => {
    const width = (lefts[at + 1] ?? right) - (lefts[at] ?? 0)
    const fill = median(lines.map((line) => (line.right - line.left) / width))
    return fill >= PROSE_FILL && median(lines.map(({ text }) => text.split(' ').length)) >= PROSE_WORDS
  }
  const isProse = columns.every(isFull)
  if (columns.some(isFull) && columns.every(({ length }) => length >= APART_ROWS) && standApart(rows, gaps))
    return 'prose'
  if (isProse && !breakTogether(columns))
    return columns.every(({ length }) => length >= PROSE_ROWS) ? 'prose' : 'chance'
  const isTable =
    columns.slice(1).every(isAligned) && !isJustified(rows, gaps) && longestFirst(rows, gaps) < FIRST_ALONE
  return isTable ? 'table' : 'chance'
}

/** Whether many lines of each side have nothing beside them, as where a column of text stands beside one with tables. */
function standApart(rows: readonly Row[], [gap = 0, ...others]: readonly number[]): boolean {
  if (others.length > 0) return false
  const sides = rows.map((row) => cut(row, [gap]).map(({ runs }) => runs.length > 0))
  const alone = [0, 1].map((at) => sides.filter((side) => side[at] && !side[1 - at]).length)
  return Math.min(...alone) >= APART * rows.length
}

/** The most rows one after the other that have their first cell alone. */
function longestFirst(rows: readonly Row[], gaps: readonly number[]): number {
  let [longest, run] = [0, 0]
  for (const row of rows) {
    run = cut(row, gaps).every(({ runs }, at) => at === 0 || runs.length === 0) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

/** Wide spaces of lines that all end at one place, full of words, are there to make them end there. */
function isJustified(rows: readonly Row[], gaps: readonly number[]): boolean {
  const both = rows.filter((row) => gaps.every((gap) => rowsBeside([row], gap) > 0))
  const lines = both.map(toLine)
  const right = Math.max(...lines.map((line) => line.right))
  const left = Math.min(...lines.map((line) => line.left))
  const inked = both.map(({ runs }) => runs.reduce((sum, run) => sum + run.right - run.left, 0) / (right - left))
  return lines.every((line) => right - line.right <= SAME_PLACE) && median(inked) > INKED
}

/** Most lines of a column of a table begin, end or have their middle at one place. */
function isAligned(lines: readonly Line[]): boolean {
  const places = [({ left }: Line) => left, ({ right }: Line) => right, ({ left, right }: Line) => (left + right) / 2]
  return places.some((placeOf) => {
    const middle = median(lines.map(placeOf))
    return lines.filter((line) => Math.abs(placeOf(line) - middle) <= SAME_PLACE).length >= ALIGNED * lines.length
  })
}

/** Cells of a row end together: where one column has a wide space, so have the others. */
function breakTogether(columns: readonly (readonly Line[])[]): boolean {
  const pitch = Math.min(...columns.flatMap(pitches))
  const breaks = columns.map((lines) =>
    lines
      .slice(1)
      .filter((line, at) => (lines[at]?.y ?? 0) - line.y > 1.25 * pitch)
      .map(({ y }) => y),
  )
  const [first = [], ...rest] = breaks
  const shared = first.filter((y) => rest.every((others) => others.some((other) => Math.abs(other - y) < 2)))
  return first.length >= 2 && shared.length >= 0.8 * Math.max(...breaks.map(({ length }) => length))
}

function columnsOf(rows: readonly Row[], gaps: readonly number[]): Line[][] {
  const parts = rows.map((row) => cut(row, gaps))
  return Array.from({ length: gaps.length + 1 }, (_, at) =>
    parts.flatMap((part) => {
      const cell = part[at]
      return cell && cell.runs.length > 0 ? [toLine(cell)] : []
    }),
  ).filter((lines) => lines.length > 0)
}

const pitches = (lines: readonly Line[]) => lines.slice(1).map((line, at) => (lines[at]?.y ?? 0) - line.y)

type Parts = readonly (readonly (Line | null)[])[]

/** Rows of the table, in each row the cells, in each cell its lines. */
export function toGrid(rows: readonly Row[], gaps: readonly number[]): Line[][][] {
  const parts = rows.map((row) => cut(row, gaps).map((part) => (part.runs.length > 0 ? toLine(part) : null)))
  const starts = rowStarts(rows, parts)
  return starts.map((from, at) => {
    const lines = parts.slice(from, starts[at + 1] ?? parts.length)
    return Array.from({ length: gaps.length + 1 }, (_, column) => lines.flatMap((line) => line[column] ?? []))
  })
}

/**
 * Where rows begin. Lines of one cell stand nearer to each other than those of two rows; how near differs from table
 * to table, so each distance is tried, and the largest is taken with which rows look like rows. Where none does, a row
 * begins with its first cell.
 */
function rowStarts(rows: readonly Row[], parts: Parts): number[] {
  const gaps = rows.slice(1).map(({ y }, at) => (rows[at]?.y ?? 0) - y)
  const sorted = [...new Set(gaps.map((gap) => Math.round(gap * 10) / 10))].sort((a, b) => b - a)
  const limits = sorted.slice(1).flatMap((gap, at) => {
    const larger = sorted[at] ?? gap
    return larger / gap >= SAME_GAP ? [Math.sqrt(gap * larger)] : []
  })
  const byGap = limits.map((limit) => [0, ...gaps.flatMap((gap, at) => (gap > limit ? [at + 1] : []))])
  const byFirst = parts.flatMap((part, at) => (at === 0 || part[0] ? [at] : []))
  const ranked = [...byGap, byFirst].map((starts) => ({ starts, faults: faultsOf(starts, parts, gaps) }))
  return ranked.reduce((best, other) => (other.faults < best.faults ? other : best)).starts
}

/** Rows without a first cell, lines that nothing forced to be broken, and spaces in rows that are as wide as between. */
function faultsOf(starts: readonly number[], parts: Parts, gaps: readonly number[]): number {
  const width = parts[0]?.length ?? 0
  const rights = Array.from({ length: width }, (_, column) =>
    Math.max(...parts.map((part) => part[column]?.right ?? 0)),
  )
  const between = Math.min(...starts.slice(1).map((at) => gaps[at - 1] ?? 0))
  const within = gaps.filter((gap, at) => !starts.includes(at + 1) && gap > SAME_GAP * between)
  const faults = starts.map((from, at) => {
    const lines = parts.slice(from, starts[at + 1] ?? parts.length)
    const cells = rights.map((right, column) =>
      loose(
        lines.flatMap((line) => line[column] ?? []),
        right,
      ),
    )
    return (lines.some((line) => line[0]) ? 0 : 1) + Math.max(0, ...cells)
  })
  return within.length + faults.reduce((sum, count) => sum + count, 0)
}

/** Lines of a cell whose first word would have had room on the line above. */
function loose(lines: readonly Line[], right: number): number {
  return lines.slice(1).filter((line, at) => {
    const word = line.text.split(' ')[0] ?? ''
    const perCharacter = (line.right - line.left) / Math.max(1, line.text.length)
    return (lines[at]?.right ?? right) + (word.length + 1) * perCharacter * ROOM < right
  }).length
}
