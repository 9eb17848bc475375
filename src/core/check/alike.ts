import type { Likeness } from './centred.ts'
import { figuresDiffer, toDiffering } from './figures.ts'
import { excerpt, type Finding } from './finding.ts'
import { countShared, findPairs } from './pairs.ts'
import { placeOf, type Statement } from './statements.ts'

/** Share of terms (Jaccard) and centred cosine from which two sentences say the same in nearly the same words. */
const LEAST_TERMS = 0.45
const LEAST_COSINE = 0.75
const NEGATION = /\b(?:no|not|never|nor|cannot|without)\b|n['’]t\b/i

interface Pair {
  readonly first: Statement
  readonly again: Statement
}

/**
 * Sentences of two passages that say nearly the same, or the same with other figures or with a "not".
 * @param statements each wording once
 */
export function checkAlike(statements: readonly Statement[], likeness: Likeness): Finding[] {
  const pairs = findAlike(statements, likeness)
  const isApart = ({ first, again }: Pair) => figuresDiffer(first.text, again.text)
  const isDenied = ({ first, again }: Pair) => NEGATION.test(first.text) !== NEGATION.test(again.text)
  const same = new Map<string, Pair[]>()
  for (const pair of pairs.filter((one) => !isApart(one) && !isDenied(one))) {
    const key = `${pair.first.passage.id} ${pair.again.passage.id}`
    same.set(key, [...(same.get(key) ?? []), pair])
  }
  return [
    ...pairs.filter(isApart).map(({ first, again }) => toDiffering(first, again)),
    ...pairs.filter((one) => isDenied(one) && !isApart(one)).map(toDenied),
    ...[...same.values()].map(toSame),
  ]
}

function findAlike(statements: readonly Statement[], likeness: Likeness): Pair[] {
  const pairs = findPairs(
    statements.map(({ terms }) => terms),
    (size) => Math.ceil(LEAST_TERMS * size),
  )
  return pairs.flatMap(([one, other]) => {
    const [first, again] = [statements[one] as Statement, statements[other] as Statement]
    if (first.passage === again.passage) return []
    const shared = countShared(first.terms, again.terms)
    if (shared / (first.terms.size + again.terms.size - shared) < LEAST_TERMS) return []
    return likeness(one, other) >= LEAST_COSINE ? [{ first, again }] : []
  })
}

function toSame(pairs: readonly Pair[]): Finding {
  const { first, again } = pairs[0] as Pair
  const subject = pairs.length === 1 ? 'A sentence says' : `${pairs.length} sentences say`
  return {
    severity: 'note',
    check: 'alike',
    file: again.source.file,
    line: again.line,
    what: `${subject} nearly what ${placeOf(first, again)} says: ${excerpt(again.text)} There: ${excerpt(first.text)}`,
    mend: 'See whether they agree; leave the older one out if they come from two editions.',
  }
}

function toDenied({ first, again }: Pair): Finding {
  return {
    severity: 'warning',
    check: 'contradiction',
    file: again.source.file,
    line: again.line,
    what: `This may contradict ${placeOf(first, again)}: ${excerpt(again.text, 120)} There: ${excerpt(first.text, 120)}`,
    mend: 'See which one holds, and correct or leave out the other.',
  }
}
