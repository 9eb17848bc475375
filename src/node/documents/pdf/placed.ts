import type { Operators } from './drawn.ts'
import { IDENTITY, type Matrix, numbers, times } from './matrix.ts'
import type { Run } from './page-text.ts'

const TEXT = [
  'save',
  'restore',
  'transform',
  'paintFormXObjectBegin',
  'paintFormXObjectEnd',
  'beginText',
  'setTextMatrix',
  'moveText',
  'setLeadingMoveText',
  'showText',
] as const
/** Numbers of the operators that place text. */
export type TextCodes = Readonly<Record<(typeof TEXT)[number], number>>

/** Letters that a page puts in a place by itself, in points. */
export interface Placed {
  readonly text: string
  readonly left: number
  readonly y: number
}

/** Points within which two places are one, and the rows in which a cell must begin there. */
const SAME_PLACE = 0.6
const STOP_ROWS = 3
/** Font sizes by which these rows are away at most. */
const NEAR = 6
/** More than a page of tables has; of others the first ones do. */
const MAX_PLACED = 20_000

/** Where text begins, as far as that is told and does not follow from the text before. */
export function placedBy({ fnArray, argsArray }: Operators, codes: TextCodes): Placed[] {
  const placed: Placed[] = []
  const stack: Matrix[] = []
  let [page, line, isMoved]: [Matrix, Matrix, boolean] = [IDENTITY, IDENTITY, false]
  const move = (to: Matrix) => {
    // Words of a line are moved along it, for the space between them.
    isMoved ||= to[5] !== line[5]
    line = to
  }
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at]
    const first: unknown = Array.isArray(args) ? args[0] : null
    if (operator === codes.save || operator === codes.paintFormXObjectBegin) stack.push(page)
    if (operator === codes.restore || operator === codes.paintFormXObjectEnd) page = stack.pop() ?? page
    if (operator === codes.transform) page = times(page, numbers(args))
    if (operator === codes.paintFormXObjectBegin) page = times(page, numbers(first))
    if (operator === codes.setTextMatrix) move(times(IDENTITY, numbers(first)))
    if (operator === codes.beginText) {
      line = IDENTITY
      isMoved = true
    }
    if (operator === codes.moveText || operator === codes.setLeadingMoveText)
      move(times(line, [1, 0, 0, 1, ...numbers(args)]))
    if (operator !== codes.showText || !isMoved) continue
    const [, , , , left, y] = times(page, line)
    const text = lettersOf(first)
    if (text.trim() !== '') placed.push({ text, left, y })
    isMoved = false
    if (placed.length >= MAX_PLACED) break
  }
  return placed
}

/** Glyphs as pdf.js tells them, with numbers for the space between two of them. */
function lettersOf(glyphs: unknown): string {
  if (!Array.isArray(glyphs)) return ''
  const signs = glyphs.map((glyph: unknown) =>
    typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? String(glyph.unicode) : '',
  )
  return signs.join('')
}

/**
 * Runs that hold two cells, in two. Cells that nearly touch look like words of one run; they are apart where text was
 * put in a place by itself in which runs of several other rows begin.
 */
export function splitAtCells(runs: readonly Run[], placed: readonly Placed[]): Run[] {
  const starts = runs.toSorted((a, b) => a.left - b.left)
  const isCell = ({ left, y }: Placed, size: number) => {
    const from = starts.findIndex((start) => start.left >= left - SAME_PLACE)
    let rows = 0
    for (let at = from; at >= 0 && (starts[at]?.left ?? Infinity) <= left + SAME_PLACE; at += 1)
      rows += Math.abs((starts[at]?.y ?? 0) - y) <= NEAR * size ? 1 : 0
    return rows >= STOP_ROWS
  }
  const byLine = new Map<number, Placed[]>()
  for (const cell of placed) {
    const line = byLine.get(Math.round(cell.y))
    if (line) line.push(cell)
    else byLine.set(Math.round(cell.y), [cell])
  }
  return runs.flatMap((run) => {
    const line = Math.round(run.y)
    const within = [line - 1, line, line + 1]
      .flatMap((y) => byLine.get(y) ?? [])
      .filter(({ left, y }) => Math.abs(y - run.y) <= SAME_PLACE && left > run.left + SAME_PLACE && left < run.right)
      .filter((cell) => isCell(cell, run.size))
      .sort((a, b) => a.left - b.left)
    return within.reduceRight<Run[]>((parts, cell) => cutBefore(cell, parts), [run])
  })
}

/** The first of these runs in two, where a cell begins in it; as it is, if the letters of the cell are not found. */
function cutBefore({ text, left }: Placed, [run, ...rest]: readonly Run[]): Run[] {
  if (!run) return []
  const at = run.text.lastIndexOf(text.trim())
  if (at < 1) return [run, ...rest]
  // The space between them stays, for words that begin there by chance.
  const before = run.text.slice(0, at)
  return [{ ...run, text: before, right: left }, { ...run, text: run.text.slice(at), left }, ...rest]
}
