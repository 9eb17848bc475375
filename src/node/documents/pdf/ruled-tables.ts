import type { Change } from '../document.ts'
import { type Area, type Cells, type Line, median, type Page, type Row, type Run, toLine } from './page-text.ts'
import { toRows } from './rows.ts'

/** Points by which lines that meet may miss each other, and by which those of one edge may be apart. */
const MEET = 2.5
/** More lines than a page of tables has: art, or a map. */
const MAX_RULES = 3000

interface Grid {
  /** Edges of the columns from left to right, and of the rows from top to bottom. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly rules: readonly Area[]
}

/** Takes the tables whose cells are parted by drawn lines; a run for each of their rows stays in their place. */
export function takeRuledTables(page: Page, changes: Change[]): Page {
  let { runs } = page
  for (const grid of gridsOf(page.drawn.rules)) {
    const [[left = 0], right = 0] = [grid.xs, grid.xs.at(-1)]
    const [[top = 0], bottom = 0] = [grid.ys, grid.ys.at(-1)]
    const isInside = (run: Run) =>
      middleOf(run) > left && middleOf(run) < right && heightOf(run) < top && heightOf(run) > bottom
    const inside = runs.filter(isInside)
    const cells = cellsOf(grid, toRows({ ...page, runs: inside }, changes))
    if (cells.filter((row) => row.filter((lines) => lines.length > 0).length > 1).length < 2) continue
    runs = [...runs.filter((run) => !isInside(run)), ...placeholders(cells, { left, right })]
  }
  return { ...page, runs }
}

const middleOf = ({ left, right }: Run) => (left + right) / 2
const heightOf = ({ y, size }: Run) => y + 0.3 * size

/** One run as wide as the table for each row, so that text around it is laid out as if the table were text. */
function placeholders(cells: Cells, { left, right }: { left: number; right: number }): Run[] {
  const size = median(cells.flat(2).map((line) => line.size))
  return cells.flatMap((row): Run[] => {
    const lines = row.flat()
    if (lines.length === 0) return []
    const text = lines.map((line) => line.text).join(' ')
    return [{ text, left, right, y: Math.max(...lines.map(({ y }) => y)), size, font: '', table: cells }]
  })
}

/** Lines that meet, directly or over others, as the grid that they draw: two columns and two rows at least. */
function gridsOf(rules: readonly Area[]): Grid[] {
  if (rules.length > MAX_RULES) return []
  return groupsOf(rules)
    .map((group): Grid => {
      const across = group.filter(isLevel)
      const upright = group.filter((rule) => !isLevel(rule))
      const xs = [
        ...upright.map(({ left, right }) => (left + right) / 2),
        ...across.flatMap((rule) => [rule.left, rule.right]),
      ]
      const ys = [
        ...across.map(({ top, bottom }) => (top + bottom) / 2),
        ...upright.flatMap((rule) => [rule.bottom, rule.top]),
      ]
      return { xs: edges(xs), ys: edges(ys).reverse(), rules: group }
    })
    .filter(({ xs, ys, rules }) => xs.length > 2 && ys.length > 2 && rules.some((rule) => !isLevel(rule)))
}

const isLevel = ({ left, right, bottom, top }: Area) => right - left > top - bottom

function groupsOf(rules: readonly Area[]): Area[][] {
  const groups: Area[][] = []
  for (const rule of rules) {
    const met = groups.filter((group) => group.some((other) => meet(rule, other)))
    for (const group of met) groups.splice(groups.indexOf(group), 1)
    groups.push([rule, ...met.flat()])
  }
  return groups
}

const meet = (one: Area, other: Area) =>
  one.left - MEET < other.right &&
  other.left - MEET < one.right &&
  one.bottom - MEET < other.top &&
  other.bottom - MEET < one.top

/** Places as one for all that are near each other, in order. */
function edges(places: readonly number[]): number[] {
  const found: number[][] = []
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = found.at(-1)
    if (last && place - (last.at(-1) ?? 0) <= MEET) last.push(place)
    else found.push([place])
  }
  return found.map(median)
}

/** The lines of each cell. A cell over several columns or rows is told in each, so that each row can be read alone. */
function cellsOf({ xs, ys, rules }: Grid, rows: readonly Row[]): Cells {
  const lines: Line[][][] = ys.slice(1).map(() => xs.slice(1).map(() => []))
  for (const row of rows) {
    const at = ys.findIndex((y, index) => index > 0 && row.y + 0.3 * row.size > y) - 1
    for (const column of xs.slice(1).keys()) {
      const runs = row.runs.filter((run) => middleOf(run) > (xs[column] ?? 0) && middleOf(run) <= (xs[column + 1] ?? 0))
      if (runs.length > 0) lines[at]?.[column]?.push(toLine({ ...row, runs }))
    }
  }
  const owners = ownersOf({ xs, ys, rules })
  const shared = new Map<number, Line[]>()
  for (const [at, row] of owners.entries()) {
    for (const [column, owner] of row.entries())
      shared.set(owner, [...(shared.get(owner) ?? []), ...(lines[at]?.[column] ?? [])])
  }
  const cells = owners.map((row) => row.map((owner) => linesOf([owner], shared)))
  const heads = headRows(owners)
  const head = xs
    .slice(1)
    .map((_, column) => linesOf(new Set(owners.slice(0, heads).flatMap((row) => row[column] ?? [])), shared))
  return heads > 1 ? [head, ...cells.slice(heads)] : cells
}

const linesOf = (owners: Iterable<number>, shared: ReadonlyMap<number, readonly Line[]>): Line[] =>
  [...owners].flatMap((owner) => shared.get(owner) ?? []).toSorted((a, b) => b.y - a.y)

/** Rows of the header: as far as a name beside one over several columns goes down. */
function headRows([first = [], ...rest]: readonly (readonly number[])[]): number {
  if (new Set(first).size === first.length) return 1
  return 1 + rest.findLastIndex((row) => row.some((owner, column) => owner === first[column])) + 1
}

/** For each place of a grid a number, the same for places without a line between them. */
function ownersOf({ xs, ys, rules }: Grid): number[][] {
  const isDrawn = (x: number, y: number) =>
    rules.some(
      ({ left, right, bottom, top }) => left - MEET < x && x < right + MEET && bottom - MEET < y && y < top + MEET,
    )
  const middle = (places: readonly number[], at: number) => ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2
  const owners: number[][] = []
  ys.slice(1).forEach((_, row) => {
    owners.push([])
    xs.slice(1).forEach((_, column) => {
      const above = owners[row - 1]?.[column]
      const before = owners[row]?.[column - 1]
      const isOpenAbove = above !== undefined && !isDrawn(middle(xs, column), ys[row] ?? 0)
      const isOpenBefore = before !== undefined && !isDrawn(xs[column] ?? 0, middle(ys, row))
      owners[row]?.push(isOpenAbove ? above : isOpenBefore ? before : row * xs.length + column)
    })
  })
  return owners
}
