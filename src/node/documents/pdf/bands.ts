import { median, type Row } from './page-text.ts'

/** Points between the places where a gap is looked for. */
const STEP = 2
/** A gap between columns is at least so many font sizes wide. */
const MIN_GAP = 0.75
/** Bullets and numbers of a list may hang out into it. */
const MARKER_GAP = 0.4
const MARKER = /^(?:[•◦▪▫■□●○]|\d{1,2}[.)])\s\S/
/** Rows with text on each side of a gap: fewer are chance. */
const MIN_ROWS = 2
/** Points by which cells of one column may begin at different places, and how many must. */
const SAME_STOP = 0.6
const STOP_ROWS = 3
/** In font sizes: rows that are further apart do not belong together. */
const FAR = 5

/** Rows in which a gap runs from top to bottom. */
export interface Band {
  /** Of the rows: from, inclusive, and to, exclusive. */
  readonly from: number
  readonly to: number
  /** Middles of the gaps, from left to right. */
  readonly gaps: readonly number[]
}

interface Gap {
  readonly from: number
  readonly to: number
  /** Rows on the side that has fewer. */
  readonly rows: number
}

export type Spans = readonly (readonly [number, number])[]

/** Every band that differs, the one with most rows on both sides of a gap first. */
export function findBands(rows: readonly Row[]): Band[] {
  const left = Math.min(...rows.flatMap(({ runs }) => runs.map((run) => run.left)))
  const right = Math.max(...rows.flatMap(({ runs }) => runs.map((run) => run.right)))
  const stops = stopsOf(rows)
  const free = rows.map((row) => freeSpans(row, stops))
  const places = placesBetween(left, right, stops)
  const found = new Map<string, Gap>()
  for (const x of places) {
    for (const gap of gapsAt(x, rows, free)) {
      const key = `${gap.from} ${gap.to}`
      if (gap.rows > (found.get(key)?.rows ?? 0)) found.set(key, gap)
    }
  }
  const best = [...found.values()].sort((a, b) => b.rows - a.rows)
  return best.map(({ from, to }) => ({
    from,
    to,
    gaps: gapsIn(rows.slice(from, to), free.slice(from, to), places),
  }))
}

/** Whether text stands left and right of a place in a row. */
const sidesOf = ({ runs }: Row, x: number) => ({
  left: runs.some((run) => run.right <= x + SAME_STOP),
  right: runs.some((run) => run.left >= x - SAME_STOP),
})

/**
 * White between the runs of a row that is wide enough to part columns; before the first and after the last all is.
 * @param stops where runs of several rows begin: there even cells that touch are apart
 */
export function freeSpans({ runs, size }: Row, stops: readonly number[] = []): Spans {
  const edges = [{ left: -Infinity, right: -Infinity }, ...runs, { left: Infinity, right: Infinity }]
  return edges.slice(1).flatMap((run, at) => {
    const before = edges[at]?.right ?? -Infinity
    const least = 'text' in run && MARKER.test(run.text) ? MARKER_GAP : MIN_GAP
    if (run.left - before >= least * size) return [[before, run.left] as const]
    const isCell = run.left - before > -SAME_STOP && stops.some((stop) => Math.abs(stop - run.left) <= SAME_STOP)
    return isCell ? [[Math.min(before, run.left - SAME_STOP), run.left + SAME_STOP] as const] : []
  })
}

/** Where a run within a row begins in several rows: cells do, words of a line only by chance. */
export function stopsOf(rows: readonly Row[]): number[] {
  const starts = rows
    .flatMap(({ runs }) => runs.slice(1).flatMap(({ left, text }) => (text === '' ? [] : [left])))
    .sort((a, b) => a - b)
  const stops = starts.filter((start, at) => (starts[at + STOP_ROWS - 1] ?? Infinity) - start <= SAME_STOP)
  return stops.filter((stop, at) => stop - (stops[at - 1] ?? -Infinity) > SAME_STOP)
}

function placesBetween(left: number, right: number, stops: readonly number[]): number[] {
  const steps = Array.from(
    { length: Math.max(0, Math.ceil((right - left) / STEP) - 1) },
    (_, at) => left + (at + 1) * STEP,
  )
  return [...steps, ...stops].toSorted((a, b) => a - b)
}

const isFree = (spans: Spans | undefined, x: number) => spans?.some(([from, to]) => from <= x && x <= to) ?? false

/**
 * Stretches of rows that are free at x, from the first to the last with text on the right: what stands on the left
 * alone above and below them is read before and after them anyway.
 */
function gapsAt(x: number, rows: readonly Row[], free: readonly Spans[]): Gap[] {
  const gaps: Gap[] = []
  let [first, last, lefts, rights] = [-1, -1, 0, 0]
  const close = () => {
    const count = Math.min(lefts, rights)
    if (count >= MIN_ROWS) gaps.push({ from: first, to: last + 1, rows: count })
    ;[first, last, lefts, rights] = [-1, -1, 0, 0]
  }
  rows.forEach((row, at) => {
    const above = rows[at - 1]
    if (!isFree(free[at], x) || (above && above.y - row.y > FAR * row.size)) close()
    if (!isFree(free[at], x)) return
    const sides = sidesOf(row, x)
    if (sides.right && first < 0) first = at
    if (first < 0) return
    if (sides.right) last = at
    lefts += sides.left ? 1 : 0
    rights += sides.right ? 1 : 0
  })
  close()
  return gaps
}

/** Rows with text on the side of a gap that has fewer. */
export function rowsBeside(rows: readonly Row[], x: number): number {
  const sides = rows.map((row) => sidesOf(row, x))
  return Math.min(sides.filter(({ left }) => left).length, sides.filter(({ right }) => right).length)
}

/** Every gap that runs through all of these rows. */
function gapsIn(rows: readonly Row[], free: readonly Spans[], places: readonly number[]): number[] {
  const gaps: number[] = []
  let open: number[] = []
  const close = () => {
    const middle = median(open)
    if (open.length > 0 && rowsBeside(rows, middle) >= MIN_ROWS) gaps.push(middle)
    open = []
  }
  for (const x of places) {
    if (free.every((spans) => isFree(spans, x))) open.push(x)
    else close()
  }
  close()
  return gaps
}

/** A row in the parts that the gaps make of it; a part may be empty. */
export function cut({ runs, ...row }: Row, gaps: readonly number[]): Row[] {
  const edges = [-Infinity, ...gaps, Infinity]
  return edges.slice(1).map((edge, at) => {
    const from = edges[at] ?? -Infinity
    return {
      ...row,
      runs: runs.filter((run) => (run.left + run.right) / 2 > from && (run.left + run.right) / 2 <= edge),
    }
  })
}
