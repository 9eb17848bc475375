import type { Vocabulary } from '../retrieval/vocabulary.ts'
import type { Passage, Source, Span } from '../source.ts'
import type { Candidate } from './retrieve.ts'

/** A span chosen to be quoted. */
export interface Choice extends Span {
  readonly candidate: Candidate
}

/** Two quotes that share this much of their terms (Jaccard index) tell a reader the same. */
const NEAR_DUPLICATE = 0.7
/** A reader question's quote gets a neighbour only if that fits nearly as well: 0.5 to 0.9 tried on the tuning set. */
const LEAST_SHARE = 0.75
const MAX_SENTENCES = 3
/** A quote is not widened beyond this. */
const WIDE_CHARS = 450

/** The spans to quote, best first: none overlapping, none telling what an earlier one told. */
export type Select = (candidates: readonly Candidate[], maxQuotes: number) => Choice[]

export function createSelector(sources: ReadonlyMap<string, Source>, { termsOf }: Pick<Vocabulary, 'termsOf'>): Select {
  return (candidates, maxQuotes) => {
    const chosen: Choice[] = []
    const told: ReadonlySet<string>[] = []
    const fitAt = mapFits(candidates)
    for (const candidate of candidates) {
      if (chosen.length === maxQuotes) break
      const { passage, sentence, asked } = candidate
      const span = asked ?? sentence
      const { start, end } = widen(passage, span, asked ? LEAST_SHARE * candidate.fit : 0, fitAt(passage))
      if (chosen.some((other) => overlaps(other, passage, { start, end }))) continue
      const terms = termsOf(sources.get(passage.sourceId)?.text.slice(start, end) ?? '')
      if (told.some((other) => isNearDuplicate(other, terms))) continue
      chosen.push({ candidate, start, end })
      told.push(terms)
    }
    return chosen
  }
}

/** Fit of a sentence by the passage it stands in and where it starts; 0 for one that no search brought. */
function mapFits(candidates: readonly Candidate[]) {
  const fits = new Map(candidates.map(({ passage, sentence, fit }) => [`${passage.id}:${sentence.start}`, fit]))
  return (passage: Passage) => (start: number) => fits.get(`${passage.id}:${start}`) ?? 0
}

/**
 * A sentence seldom makes sense alone: adds the neighbour that fits the question better, else the one that follows.
 * @param least the fit that a neighbour must have
 */
function widen({ sentences }: Passage, { start, end }: Span, least: number, fitAt: (start: number) => number): Span {
  const first = sentences.findIndex((sentence) => sentence.start === start)
  const last = sentences.findIndex((sentence) => sentence.end === end)
  const before = sentences[first - 1]
  const after = sentences[last + 1]
  const fitBefore = before ? fitAt(before.start) : -1
  const fitAfter = after ? fitAt(after.start) : -1
  if (last - first + 1 >= MAX_SENTENCES || Math.max(fitBefore, fitAfter) < least) return { start, end }
  const wider = before && fitBefore > fitAfter ? { start: before.start, end } : { start, end: after?.end ?? end }
  return wider.end - wider.start <= WIDE_CHARS ? wider : { start, end }
}

function overlaps(one: Choice, passage: Passage, { start, end }: Span): boolean {
  return one.candidate.passage.id === passage.id && one.start < end && start < one.end
}

/** Whether two sets share NEAR_DUPLICATE of their terms (Jaccard). */
function isNearDuplicate(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  // Sets of very different sizes can't, and most are.
  if (Math.min(one.size, other.size) < NEAR_DUPLICATE * Math.max(one.size, other.size)) return false
  let shared = 0
  for (const term of one) if (other.has(term)) shared++
  return shared / (one.size + other.size - shared || 1) >= NEAR_DUPLICATE
}
