import type { GraphKind } from './graph-files.ts'

/**
 * Length of the list of candidates (ef of Malkov and Yashunin 2018) in the search of each graph, for a recall@10
 * against exact search of at least 0.99: at least so many, so many for each row that is asked for, and so many times
 * the square root of the largest graph's size. Held by the contract suite and by `npm run bench -- --medquad DIR`.
 */
interface Candidates {
  readonly least: number
  readonly perRow: number
  readonly perRoot: number
}

/** A graph up to this size is searched in no time, also where its vectors lie close to nothing, the hardest case. */
const SMALL = 3_000
const ONE_SMALL: Candidates = { least: 250, perRow: 2, perRoot: 0 }
/** Of 7,028 vectors of the default corpus 120 find 0.9987 of the nearest ten, of the nearest eighty 160 find 0.992. */
const ONE: Candidates = { least: 128, perRow: 2, perRoot: 1.2 }
/**
 * Of 129,515 vectors of MedQuAD in eight graphs 48 found 0.966 of the nearest ten, 64 0.976, 100 0.985, 128 0.989; of
 * 10,000 in eight graphs 32 found 0.996.
 */
const EIGHT: Candidates = { least: 40, perRow: 1.2, perRoot: 1.2 }
/** With more links; of 121,625 vectors of MedQuAD, docs/RESULTS.md. */
const REDUCED: Candidates = { least: 96, perRow: 1.5, perRoot: 0.46 }

/** @returns the number of candidates in each graph, for so many rows that are asked for */
export function countCandidates(kind: GraphKind, sizes: readonly number[]): (limit: number) => number {
  const size = Math.max(0, ...sizes)
  const { least, perRow, perRoot } = kind === 'reduced' ? REDUCED : ofFull(sizes.length, size)
  return (limit) => Math.ceil(Math.max(least, perRow * limit, perRoot * Math.sqrt(size)))
}

function ofFull(graphs: number, size: number): Candidates {
  if (graphs <= 1) return size < SMALL ? ONE_SMALL : ONE
  // What one graph misses another may bring: the more there are, the fewer each needs.
  return { ...EIGHT, least: Math.max(EIGHT.least, (EIGHT.least * 8) / (graphs + 1)) }
}
