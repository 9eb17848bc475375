import type { Cosine } from './cosine.ts'
import { figuresDiffer, toDiffering } from './figures.ts'
import { excerpt, type Finding } from './finding.ts'
import { countShared, findPairs } from './pairs.ts'
import { type Pair, placeOf, type Statement } from './statements.ts'

/** Share of terms (Jaccard) from which sentences are compared at all. */
const LEAST_TERMS = 0.4
/** Of the sentences that one may repeat, so many are compared: a template has thousands. */
const MOST_PARTNERS = 5
/** From this on a "not" in only one of them is about the same thing. */
const LEAST_DENIED = 0.7
/** Cosine of the bare sentences: 0.89 and more for those that an editor takes for the same, 0.81 and less for others. */
const LEAST_COSINE = 0.85
const NEGATION = /\b(?:no|not|never|nor|cannot|without)\b|n['’]t\b/i

/**
 * Sentences of two passages that share enough words to say the same.
 * @param statements each wording once
 */
export function findAlike(statements: readonly Statement[]): Pair[] {
  const pairs = findPairs(
    statements.map(({ terms }) => terms),
    (size) => Math.ceil(LEAST_TERMS * size),
  )
  const found: Pair[] = []
  const counts = new Map<Statement, number>()
  for (const [one, other] of pairs) {
    const pair = { first: statements[one] as Statement, again: statements[other] as Statement }
    const count = counts.get(pair.again) ?? 0
    if (count === MOST_PARTNERS || pair.first.passage === pair.again.passage || shareOf(pair) < LEAST_TERMS) continue
    counts.set(pair.again, count + 1)
    found.push(pair)
  }
  return found
}

/**
 * Sentences that say nearly the same, or the same with other figures or with a "not".
 * @param candidates as `findAlike` finds them
 * @param cosine of two sentences, without their context: titles would make all sentences of a document alike
 */
export function checkAlike(candidates: readonly Pair[], cosine: Cosine): Finding[] {
  const pairs = candidates.filter(({ first, again }) => cosine(first.text, again.text) >= LEAST_COSINE)
  const isApart = ({ first, again }: Pair) => figuresDiffer(first.text, again.text)
  const isDenied = (pair: Pair) =>
    NEGATION.test(pair.first.text) !== NEGATION.test(pair.again.text) && shareOf(pair) >= LEAST_DENIED
  const same = new Map<string, Pair[]>()
  for (const pair of pairs.filter((one) => !isApart(one) && !isDenied(one))) {
    const key = `${pair.first.passage.id} ${pair.again.passage.id}`
    same.set(key, [...(same.get(key) ?? []), pair])
  }
  return [
    ...pairs.filter(isApart).map(toDiffering),
    ...pairs.filter((one) => isDenied(one) && !isApart(one)).map(toDenied),
    ...[...same.values()].map(toSame),
  ]
}

/** Jaccard, 0 to 1. */
function shareOf({ first, again }: Pair): number {
  const shared = countShared(first.terms, again.terms)
  return shared / (first.terms.size + again.terms.size - shared)
}

function toSame(pairs: readonly Pair[]): Finding {
  const { first, again } = pairs[0] as Pair
  const subject = pairs.length === 1 ? 'A sentence says' : `${pairs.length} sentences say`
  return {
    severity: 'note',
    check: 'alike',
    file: again.source.file,
    line: again.line,
    what: `${subject} nearly what ${placeOf({ first, again })} says: ${excerpt(again.text)} There: ${excerpt(first.text)}`,
    mend: 'See whether they agree; leave the older one out if they come from two editions.',
  }
}

function toDenied({ first, again }: Pair): Finding {
  return {
    severity: 'warning',
    check: 'contradiction',
    file: again.source.file,
    line: again.line,
    what: `This may contradict ${placeOf({ first, again })}: ${excerpt(again.text, 120)} There: ${excerpt(first.text, 120)}`,
    mend: 'See which one holds, and correct or leave out the other.',
  }
}
