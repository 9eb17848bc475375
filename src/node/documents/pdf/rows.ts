import type { Change } from '../document.ts'
import { asCharacters, isFootnoteMark, looksLikeMark } from '../raised-figures.ts'
import { type Page, type Row, type Run, toLine } from './page-text.ts'

/** Runs whose baselines differ by less than this share of their size stand in one row. */
const SAME_BASELINE = 0.25
/** Raised and lowered figures are smaller than the text beside them, and off its baseline by less than this share. */
const SMALLER = 0.85
const OFF = 0.65
/** Bullets and numbers of a list belong to the text after them, however far: up to so many font sizes. */
const BULLET_GAP = 4
/** In font sizes: before a bullet that begins a column, and after it. A dash there may be all that a cell holds. */
const COLUMN_GAP = 0.4
const INNER_GAP = 2
const INNER_BULLET = /^(?:[•◦▪▫■□‣⁃●○·∙❖✓✔➢➤\uF0B7\uF0A7]|\d{1,3}[.)])$/
export const BULLET = /^(?:[•◦▪▫■□‣⁃●○·∙❖✓✔➢➤*\uF0B7\uF0A7\uF02D–-]|\(?\d{1,3}[.)]|\(?[a-z][.)]|o)$/

/** The rows of a page from top to bottom. */
export function toRows({ runs, number }: Page, changes: Change[]): Row[] {
  const main = runs.toSorted((a, b) => b.y - a.y || a.left - b.left)
  const shifted = new Set(main.filter((run) => hostOf(run, main) !== null))
  const rows: { y: number; size: number; runs: Run[] }[] = []
  for (const run of main) {
    if (shifted.has(run)) continue
    const row = rows.findLast(({ y, size }) => Math.abs(y - run.y) <= SAME_BASELINE * Math.min(size, run.size))
    if (row) row.runs.push(run)
    else rows.push({ y: run.y, size: run.size, runs: [run] })
  }
  for (const run of shifted) placeShifted(run, main, rows, changes, number)
  return rows
    .toSorted((a, b) => b.y - a.y)
    .map((row) => {
      const sorted = row.runs.toSorted((a, b) => a.left - b.left)
      return { y: row.y, size: Math.max(...sorted.map(({ size }) => size)), runs: glueBullets(sorted) }
    })
}

/** The larger run beside which a raised or lowered one stands. */
function hostOf(run: Run, others: readonly Run[]): Run | null {
  return (
    others.find((other) => {
      const rise = Math.abs(run.y - other.y)
      if (other === run || run.size > SMALLER * other.size || rise < 0.08 * other.size || rise > OFF * other.size)
        return false
      const beside = Math.min(Math.abs(run.left - other.right), Math.abs(other.left - run.right))
      return beside < 0.35 * other.size || (run.left >= other.left && run.left < other.right)
    }) ?? null
  )
}

function placeShifted(
  run: Run,
  all: readonly Run[],
  rows: { y: number; runs: Run[] }[],
  changes: Change[],
  page: number,
): void {
  const host = hostOf(run, all)
  const row = rows.find(({ runs }) => host && runs.includes(host))
  if (!row || !host) return
  const words = run.text.trim()
  const before = toLine({
    y: row.y,
    runs: row.runs.filter(({ right }) => right <= run.left + 1).toSorted((a, b) => a.left - b.left),
  }).text
  const raised = run.y > host.y
  if (raised && (before === '' ? looksLikeMark(words) : isFootnoteMark(words, before))) {
    changes.push({ kind: 'removed', what: 'footnote mark', text: `${before.split(' ').at(-1) ?? ''} [${words}]`, page })
    // Its place stays taken: what follows it follows the word before it.
    if (before !== '') row.runs.push({ ...run, text: '' })
    return
  }
  row.runs.push({ ...run, text: asCharacters(words, raised ? 'raised' : 'lowered') ?? run.text })
}

/** Each bullet that begins a line or a column, with the space after it, as one run, so that no column is seen between. */
function glueBullets(runs: readonly Run[]): Run[] {
  const glued: Run[] = []
  let waiting: Run | null = null
  for (const [at, run] of runs.entries()) {
    const [before, after] = [runs[at - 1], runs[at + 1]]
    const isBullet = before
      ? run.left - before.right > COLUMN_GAP * run.size && INNER_BULLET.test(run.text.trim())
      : BULLET.test(run.text.trim())
    const isNear = after && after.left - run.right <= (before ? INNER_GAP : BULLET_GAP) * run.size
    if (isBullet && isNear && !waiting) waiting = run
    else if (waiting) {
      glued.push({ ...run, text: `${waiting.text.trim()} ${run.text.trimStart()}`, left: waiting.left })
      waiting = null
    } else glued.push(run)
  }
  return glued
}
