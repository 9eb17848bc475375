import { freeSpans, type Spans, stopsOf } from './bands.ts'
import type { Row } from './page-text.ts'

/** Rows with the same columns: a page of three columns around a table of five has three zones. */
export interface Zone {
  /** Of the rows: from, inclusive, and to, exclusive. */
  readonly from: number
  readonly to: number
  /** Middles of the gaps between the columns, from left to right. */
  readonly gaps: readonly number[]
}

/** What a further zone costs, in rows beside a gap: below that, columns differ by chance. */
const COST = 4
/** Rows beside a gap; fewer are chance. */
const MIN_ROWS = 2
/** Points: a gap that is free in all rows of a zone is no narrower, unless cells begin there. */
const MIN_WIDTH = 2
const NEAR = 0.6
/** Points by which the cells of a column may be off. */
const SAME_PLACE = 3
/** Share of the cells of a column that begin at one place. */
const ALIGNED = 0.75
/** Font sizes: what begins so far right of the first column is no indented line of it. */
const INDENT = 8
/** Rows of one column that may stand alone at the end of a zone. */
const ALONE = 12
/** Rows of one zone: a page has no more. */
const MAX_ROWS = 150

/** The zones of these rows that together have most rows beside their gaps; rows without columns are in none. */
export function zonesOf(rows: readonly Row[]): Zone[] {
  const stops = stopsOf(rows)
  const free = rows.map((row) => freeSpans(row, stops))
  // Most pages have one column: nothing stands beside anything.
  const edge = Math.min(...rows.map(({ runs }) => runs[0]?.left ?? Infinity))
  const isBeside = ({ runs, size }: Row, at: number) =>
    (free[at]?.length ?? 0) > 2 || (runs[0]?.left ?? 0) > edge + INDENT * size
  if (rows.filter(isBeside).length < MIN_ROWS) return []
  const best: { readonly score: number; readonly zone?: Zone }[] = [{ score: 0 }]
  for (let to = 1; to <= rows.length; to += 1) {
    let found: (typeof best)[number] = { score: best[to - 1]?.score ?? 0 }
    let open: Spans = free[to - 1] ?? []
    for (let from = to - 1; from >= Math.max(0, to - MAX_ROWS); from -= 1) {
      open = intersect(open, free[from] ?? [], stops)
      // Left and right of all text everything is free; of three columns one may go on for some rows alone.
      if (open.length <= 2 && to - from > ALONE) break
      const inside = rows.slice(from, to)
      const gaps = open
        .filter(([left, right]) => Number.isFinite(right - left))
        .filter(([left, right]) => right - left >= MIN_WIDTH || areCells(inside, left, right))
        .map(([left, right]) => ({ middle: (left + right) / 2, beside: beside(inside, left, right) }))
        .filter((gap) => gap.beside >= MIN_ROWS)
      const score = (best[from]?.score ?? 0) + gaps.reduce((sum, gap) => sum + gap.beside, 0) - COST
      if (score > found.score) found = { score, zone: { from, to, gaps: gaps.map(({ middle }) => middle) } }
    }
    best.push(found)
  }
  const zones: Zone[] = []
  for (let to = rows.length; to > 0; ) {
    const zone = best[to]?.zone
    if (zone) zones.unshift(zone)
    to = zone ? zone.from : to - 1
  }
  return zones
}

/**
 * Rows with text on the side that has fewer; columns need not share their baselines. On the right those count that
 * begin, end or have their middle where the leftmost one has: others are of another column.
 */
function beside(rows: readonly Row[], left: number, right: number): number {
  const lefts = rows.filter(({ runs }) => runs.some((run) => run.right <= left + NEAR)).length
  const cells = rows.flatMap(({ runs }) => runs.find((run) => run.left >= right - NEAR) ?? [])
  const [first] = cells
  if (!first || lefts === 0) return 0
  const leftmost = cells.reduce((best, cell) => (cell.left < best.left ? cell : best), first)
  const isSame = (one: number, other: number) => Math.abs(one - other) <= SAME_PLACE
  const aligned = cells.filter(
    (cell) =>
      isSame(cell.left, leftmost.left) ||
      isSame(cell.right, leftmost.right) ||
      isSame((cell.left + cell.right) / 2, (leftmost.left + leftmost.right) / 2),
  )
  return Math.min(lefts, aligned.length)
}

/** Whether most of what stands right of a narrow gap begins at its end. */
function areCells(rows: readonly Row[], left: number, right: number): boolean {
  const starts = rows.flatMap(({ runs }) => runs.find((run) => run.left >= left)?.left ?? [])
  return starts.filter((start) => start <= right + NEAR).length >= ALIGNED * starts.length
}

function intersect(one: Spans, other: Spans, stops: readonly number[]): Spans {
  return one.flatMap(([left, right]) =>
    other.flatMap(([from, to]) => {
      const both = [Math.max(left, from), Math.min(right, to)] as const
      const isStop = both[0] < both[1] && stops.some((stop) => both[0] <= stop && stop <= both[1])
      return isStop || both[1] - both[0] >= MIN_WIDTH ? [both] : []
    }),
  )
}
