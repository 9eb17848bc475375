import { LEAST_SHARED, SHARE_FIGURE } from '../answer/disagreement.ts'
import { toWords } from '../retrieval/terms.ts'
import type { CheckedCorpus } from './checked-corpus.ts'
import type { Cosine } from './cosine.ts'
import { excerpt, type Finding } from './finding.ts'
import { countShared, findPairs } from './pairs.ts'
import { type Pair, placeOf, type Statement } from './statements.ts'

/** Cosine of sentences in context: 0.70 and more for figures of one disease in the first three sources, 0.37 and less for those of two. */
const LEAST_COSINE = 0.65
/** More shares in one sentence are a list. */
const MOST_SHARES = 4
const SHARES = /\d{1,6}(?:[.,]\d{1,6})?(?= ?(?:%|percent|per cent))/gi
/** A figure that measures something; one in a name ("type 9", "Stage 3") does not. */
const MEASURES =
  /\d{1,6}(?:[.,]\d{1,6})?(?=%| ?(?:%|percent|per cent|in \d|out of|to \d|[-–] ?\d|years?|months?|weeks?|days?|hours?|minutes?|times|people|patients|cases|mg|g|ml|cm|mm|degrees)(?![a-z]))/gi

/**
 * Sentences of two sources with other shares in percent, and so many terms in common as answers ask for.
 * @param statements each wording once
 */
export function findFigures(statements: readonly Statement[]): Pair[] {
  const withShares = statements.filter(({ text }) => holdsShare(text))
  const pairs = findPairs(
    withShares.map(({ terms }) => terms),
    () => LEAST_SHARED,
  )
  return [...pairs].flatMap(([one, other]) => {
    const [first, again] = [withShares[one] as Statement, withShares[other] as Statement]
    if (first.source === again.source || countShared(first.terms, again.terms) < LEAST_SHARED) return []
    return sharesDiffer(first.text, again.text) ? [{ first, again }] : []
  })
}

/**
 * Of those, the ones about the same thing.
 * @param cosine of two sentences in context: their titles tell diseases apart
 */
export function checkFigures(candidates: readonly Pair[], cosine: Cosine): Finding[] {
  return candidates
    .filter(({ first, again }) => cosine(first.inContext, again.inContext) >= LEAST_COSINE)
    .map(toDiffering)
}

/** Quotes of two sources that answer the same reader question with other shares in percent. */
export function checkAskedFigures({ corpus }: CheckedCorpus, statements: readonly Statement[]): Finding[] {
  const inPassage = new Map<string, Statement[]>()
  for (const one of statements.filter(({ text }) => holdsShare(text))) {
    inPassage.set(one.passage.id, [...(inPassage.get(one.passage.id) ?? []), one])
  }
  const asked = new Map<string, Statement[]>()
  for (const { question, passageId, start, end } of corpus.questions) {
    const key = toWords(question).join(' ').toLowerCase()
    const near = inPassage.get(passageId) ?? []
    const quoted = near.filter(({ text, source }) => source.source.text.slice(start, end).includes(text))
    if (quoted.length > 0) asked.set(key, [...(asked.get(key) ?? []), ...quoted])
  }
  return [...asked.values()].flatMap((quoted) =>
    quoted.flatMap((again, at) => {
      const rivals = quoted
        .slice(0, at)
        .filter((first) => first.source !== again.source && sharesDiffer(first.text, again.text))
      return rivals.map((first) => toDiffering({ first, again }))
    }),
  )
}

/** Two statements with other figures for one thing. */
export function toDiffering({ first, again }: Pair): Finding {
  return {
    severity: 'warning',
    check: 'figures',
    file: again.source.file,
    line: again.line,
    what: `Other figures than in ${placeOf({ first, again })}: ${excerpt(again.text, 120)} There: ${excerpt(first.text, 120)}`,
    mend: 'See which one holds now. Of two sources readers get the newer first, with a notice; within one, correct it.',
  }
}

/** Whether two texts hold figures that measure something, and none of them in common. */
export function figuresDiffer(one: string, other: string): boolean {
  return areApart(one.match(MEASURES) ?? [], other.match(MEASURES) ?? [])
}

function sharesDiffer(one: string, other: string): boolean {
  return areApart(one.match(SHARES) ?? [], other.match(SHARES) ?? [])
}

const areApart = (these: readonly string[], those: readonly string[]) =>
  these.length > 0 && those.length > 0 && !these.some((figure) => those.includes(figure))

function holdsShare(text: string): boolean {
  return SHARE_FIGURE.test(text) && (text.match(SHARES)?.length ?? 0) <= MOST_SHARES
}
