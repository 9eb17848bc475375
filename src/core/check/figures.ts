import { LEAST_SHARED, SHARE_FIGURE } from '../answer/disagreement.ts'
import { toWords } from '../retrieval/terms.ts'
import type { Likeness } from './centred.ts'
import type { CheckedCorpus } from './checked-corpus.ts'
import { excerpt, type Finding } from './finding.ts'
import { countShared, findPairs } from './pairs.ts'
import { placeOf, type Statement } from './statements.ts'

/** Centred cosine: in the first three sources 0.54 and more for figures of one disease, 0.43 and less for those of two. */
const LEAST_COSINE = 0.5
const SHARES = /\d{1,6}(?:[.,]\d{1,6})?(?= ?(?:%|percent|per cent))/gi
const YEAR = /^(?:19|20)\d\d$/

/**
 * Sentences of two sources that give other shares in percent for the same thing, as answers compare them.
 * @param statements each wording once
 */
export function checkFigures(statements: readonly Statement[], likeness: Likeness): Finding[] {
  const places = statements.flatMap(({ text }, place) => (SHARE_FIGURE.test(text) ? [place] : []))
  const pairs = findPairs(
    places.map((place) => (statements[place] as Statement).terms),
    () => LEAST_SHARED,
  )
  return pairs.flatMap(([one, other]) => {
    const [a, b] = [places[one] as number, places[other] as number]
    const [first, again] = [statements[a] as Statement, statements[b] as Statement]
    if (first.source === again.source || countShared(first.terms, again.terms) < LEAST_SHARED) return []
    return likeness(a, b) >= LEAST_COSINE && sharesDiffer(first.text, again.text) ? [toDiffering(first, again)] : []
  })
}

/** Quotes of two sources that answer the same reader question with other shares in percent. */
export function checkAskedFigures({ corpus }: CheckedCorpus, statements: readonly Statement[]): Finding[] {
  const asked = new Map<string, Statement[]>()
  for (const { question, passageId, start, end } of corpus.questions) {
    const key = toWords(question).join(' ').toLowerCase()
    const quoted = statements.filter(
      ({ passage, text, source }) => passage.id === passageId && source.source.text.slice(start, end).includes(text),
    )
    asked.set(key, [...(asked.get(key) ?? []), ...quoted.filter(({ text }) => SHARE_FIGURE.test(text))])
  }
  return [...asked.values()].flatMap((quoted) =>
    quoted.flatMap((again, at) => {
      const rivals = quoted
        .slice(0, at)
        .filter((first) => first.source !== again.source && sharesDiffer(first.text, again.text))
      return rivals.map((first) => toDiffering(first, again))
    }),
  )
}

/** Two statements with other figures for one thing. */
export function toDiffering(first: Statement, again: Statement): Finding {
  return {
    severity: 'warning',
    check: 'figures',
    file: again.source.file,
    line: again.line,
    what: `Other figures than in ${placeOf(first, again)}: ${excerpt(again.text, 120)} There: ${excerpt(first.text, 120)}`,
    mend: 'See which one holds now. Of two sources readers get the newer first, with a notice; within one, correct it.',
  }
}

/** Whether two texts hold figures, other than years, and none of them in common. */
export function figuresDiffer(one: string, other: string): boolean {
  return areApart(numbersIn(one), numbersIn(other))
}

function sharesDiffer(one: string, other: string): boolean {
  return areApart(one.match(SHARES) ?? [], other.match(SHARES) ?? [])
}

const areApart = (these: readonly string[], those: readonly string[]) =>
  these.length > 0 && those.length > 0 && !these.some((figure) => those.includes(figure))

const numbersIn = (text: string) =>
  (text.match(/\d{1,6}(?:[.,]\d{1,6})?/g) ?? []).filter((figure) => !YEAR.test(figure))
