import { IDENTITY, type Matrix, numbers, times } from './matrix.ts'
import type { Area } from './page-text.ts'

/** What is drawn on a page beside its letters, in points, upright. */
export interface Drawn {
  /** Lines, level or upright: those of tables and of frames. */
  readonly rules: readonly Area[]
  /** Bullets that are drawn, not written. */
  readonly dots: readonly Area[]
  /** Grounds of another colour, behind text. */
  readonly panels: readonly Area[]
}

/** Operators of a page in the order in which they draw. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}
const FILLS = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'] as const
const STROKES = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'] as const
const STATES = [
  'save',
  'restore',
  'transform',
  'paintFormXObjectBegin',
  'paintFormXObjectEnd',
  'constructPath',
] as const
/** Numbers of the operators that matter. */
export type Codes = Readonly<Record<(typeof FILLS | typeof STROKES | typeof STATES)[number], number>>

/** Points: a line is no thicker, and no shorter. */
const THIN = 2
const LONG = 5
/** Points: a bullet is so large. */
const DOT = { from: 1.2, to: 6.5 }
/** Points: a ground for text is so wide and high. */
const PANEL = { width: 60, height: 30 }
/** Shapes after these are art. */
const MAX_SHAPES = 5000
/** Numbers that follow each operator of a path in pdf.js: move, line, curves of two kinds, close. */
const OPERANDS = [2, 2, 6, 4, 0]

type Point = readonly [number, number]

/** @param codes the numbers of the operators, by name */
export function drawnBy({ fnArray, argsArray }: Operators, codes: Codes): Drawn {
  const drawn = { rules: [] as Area[], dots: [] as Area[], panels: [] as Area[] }
  let matrix = IDENTITY
  const stack: Matrix[] = []
  const fills = new Set(FILLS.map((name) => codes[name]))
  const strokes = new Set(STROKES.map((name) => codes[name]))
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at]
    if (operator === codes.save || operator === codes.paintFormXObjectBegin) stack.push(matrix)
    if (operator === codes.restore || operator === codes.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    if (operator === codes.transform) matrix = times(matrix, numbers(args))
    if (operator === codes.paintFormXObjectBegin && Array.isArray(args)) matrix = times(matrix, numbers(args[0]))
    if (operator !== codes.constructPath || !Array.isArray(args)) continue
    const [paint, paths]: unknown[] = args
    for (const points of outlines(numbers(Array.isArray(paths) ? paths[0] : null), matrix)) {
      if (typeof paint === 'number' && fills.has(paint)) addFilled(areaOf(points), drawn)
      if (typeof paint === 'number' && strokes.has(paint)) addStroked(points, drawn)
    }
    if (drawn.rules.length + drawn.dots.length + drawn.panels.length > MAX_SHAPES) break
  }
  return drawn
}

interface Shapes {
  readonly rules: Area[]
  readonly dots: Area[]
  readonly panels: Area[]
}

function addFilled(area: Area, { rules, dots, panels }: Shapes): void {
  const [width, height] = [area.right - area.left, area.top - area.bottom]
  if (isRule(area)) rules.push(area)
  else if (width >= PANEL.width && height >= PANEL.height) panels.push(area)
  else if (Math.min(width, height) >= DOT.from && Math.max(width, height) <= DOT.to && Math.abs(width - height) < 0.5)
    dots.push(area)
}

function addStroked(points: readonly Point[], { rules }: Shapes): void {
  const sides = points.slice(1).map((point, at) => areaOf([points[at] ?? point, point]))
  rules.push(...sides.filter(isRule))
}

function isRule({ left, right, bottom, top }: Area): boolean {
  const [width, height] = [right - left, top - bottom]
  return Math.min(width, height) <= THIN && Math.max(width, height) >= LONG
}

/** The corners of each outline of a path; a curve is the corner that it ends in. */
function outlines(path: readonly number[], [a, b, c, d, e, f]: Matrix): Point[][] {
  const found: Point[][] = []
  for (let at = 0; at < path.length; ) {
    const operator = path[at] ?? 0
    const count = OPERANDS[operator]
    if (count === undefined) break
    const [x = 0, y = 0] = path.slice(at + 1 + Math.max(0, count - 2), at + 1 + count)
    const last = found.at(-1)
    const [first] = last ?? []
    if (operator === 0) found.push([])
    if (count > 0) found.at(-1)?.push([a * x + c * y + e, b * x + d * y + f])
    else if (first) last?.push(first)
    at += 1 + count
  }
  return found.filter((points) => points.length > 1)
}

function areaOf(points: readonly Point[]): Area {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) }
}
