import { toTerm } from '../retrieval/terms.ts'
import { MAX_QUOTE_CHARS, type Passage, type Source, type Span } from '../source.ts'
import type { Candidate } from './retrieve.ts'

/** A span chosen to be quoted. */
export interface Choice extends Span {
  readonly passage: Passage
  readonly fit: number
}

/** Two quotes that share this much of their terms (Jaccard) tell a reader the same. */
const NEAR_DUPLICATE = 0.7

/** The spans to quote, best first: none overlapping or next to another, none telling what an earlier one told. */
export function select(
  candidates: readonly Candidate[],
  sources: ReadonlyMap<string, Source>,
  maxQuotes: number,
): Choice[] {
  const chosen: Choice[] = []
  const told: Set<string>[] = []
  const fits = new Map(candidates.map(({ row, fit }) => [`${row.kind}:${row.passage.id}:${row.start}`, fit]))
  for (const { row, fit } of candidates) {
    if (chosen.length === maxQuotes) break
    const span =
      row.kind === 'question' ? row : widen(row.passage, row, (at) => fits.get(`sentence:${row.passage.id}:${at}`))
    if (chosen.some((other) => touches(other, span, row.passage))) continue
    const terms = termsOf(sources.get(row.passage.sourceId), span)
    if (told.some((other) => jaccard(other, terms) >= NEAR_DUPLICATE)) continue
    chosen.push({ passage: row.passage, start: span.start, end: span.end, fit })
    told.push(terms)
  }
  return chosen
}

/** One sentence seldom stands alone: adds the neighbour that fits the question better, or the one that follows. */
function widen({ sentences }: Passage, { start, end }: Span, fitAt: (start: number) => number | undefined): Span {
  const at = sentences.findIndex((sentence) => sentence.start === start)
  const before = sentences[at - 1]
  const after = sentences[at + 1]
  const fitBefore = before ? (fitAt(before.start) ?? 0) : -1
  const fitAfter = after ? (fitAt(after.start) ?? 0) : -1
  const wider = {
    start: fitBefore > fitAfter ? (before?.start ?? start) : start,
    end: fitBefore > fitAfter ? end : (after?.end ?? end),
  }
  return wider.end - wider.start <= MAX_QUOTE_CHARS ? wider : { start, end }
}

function touches(one: Choice, other: Span, passage: Passage): boolean {
  return one.passage.id === passage.id && one.start < other.end && other.start < one.end
}

function termsOf(source: Source | undefined, { start, end }: Span): Set<string> {
  const words = source?.text.slice(start, end).split(/[^\p{L}\p{N}'’]+/u) ?? []
  return new Set(words.map(toTerm).filter((term) => term !== null))
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const term of one) if (other.has(term)) shared++
  return shared / (one.size + other.size - shared || 1)
}
