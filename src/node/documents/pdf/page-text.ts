import type { Drawn } from './drawn.ts'

/** Where words stand on a page. Points (1/72 inch); x grows to the right, y upwards, as in PDF. */

/** A run of characters in one font on one baseline. */
export interface Run {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Of the baseline. */
  readonly y: number
  readonly size: number
  readonly font: string
  /** The cells of a table that stands here: this run is a row of it, for those who lay the page out. */
  readonly table?: Cells
}

/** Rows of a table, in each its cells, in each its lines. */
export type Cells = readonly (readonly (readonly Line[])[])[]

export interface Area {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** Runs on one baseline, from left to right. */
export interface Row {
  readonly y: number
  readonly size: number
  readonly runs: readonly Run[]
}

export interface Page {
  /** From 1. */
  readonly number: number
  readonly bottom: number
  readonly top: number
  readonly runs: readonly Run[]
  readonly drawn: Drawn
}

/** One line of a column. */
export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** The font of most of its characters. */
  readonly font: string
  /** Of the first run that has one. */
  readonly table?: Cells
}

/** A gap of less than this share of the font size is within a word. */
const WITHIN_WORD = 0.13

export function toLine({ runs, y }: Pick<Row, 'runs' | 'y'>): Line {
  let text = ''
  runs.forEach((run, at) => {
    const before = runs[at - 1]
    const apart = before !== undefined && run.left - before.right > WITHIN_WORD * Math.max(run.size, before.size)
    text += (apart && !/\s$/.test(text) ? ' ' : '') + run.text
  })
  const widest = mostOf(runs, ({ font, size }) => `${Math.round(size * 2) / 2} ${font}`)
  const [size = '0', font = ''] = widest.split(/ (.*)/)
  const table = runs.find((run) => run.table)?.table
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map(({ right }) => right)),
    y,
    size: Number(size),
    font,
    ...(table ? { table } : {}),
  }
}

/** The key with most characters. */
export function mostOf<Item extends { readonly text: string }>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
): string {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + item.text.trim().length)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', -1] as const)[0]
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
