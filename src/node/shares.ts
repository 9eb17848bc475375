import { memoise } from './memoise.ts'
import { sha256 } from './model/model-files.ts'

/**
 * The rows of an index, shared out by the source that they are of. What is made of a share is named by what it is made
 * of, so that a changed source means one share to write again, and the others are taken over as they are.
 */
export interface Shares {
  readonly count: number
  /** The share of a row, from 0. */
  of(row: number): number
}

/** Rows up to which there are so many shares: more of them would take longer to search. Beyond are `MOST`. */
const FEW = [
  { rows: 3_000, shares: 1 },
  { rows: 6_000, shares: 2 },
  { rows: 9_000, shares: 4 },
]
const MOST = 8

/** @param sourceOf what a row is of, whatever its name */
export function shareOut(size: number, sourceOf: (row: number) => string): Shares {
  const count = FEW.find(({ rows }) => size < rows)?.shares ?? MOST
  const shareOf = memoise((source: string) => Number.parseInt(sha256(source).slice(0, 8), 16) % count)
  return { count, of: (row) => shareOf(sourceOf(row)) }
}
