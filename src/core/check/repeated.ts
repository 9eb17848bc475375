import { toWords } from '../retrieval/terms.ts'
import { excerpt, type Finding, plural } from './finding.ts'
import { placeOf, type Statement } from './statements.ts'

/** Sentences that stand in a second passage, word for word; of the passages of both, one finding. */
export function checkRepeated(statements: readonly Statement[]): Finding[] {
  const first = new Map<string, Statement>()
  const groups = new Map<string, { first: Statement; again: Statement; count: number }>()
  for (const again of statements) {
    const key = keyOf(again)
    const earlier = first.get(key)
    if (!earlier) first.set(key, again)
    if (!earlier || earlier.passage === again.passage) continue
    const group = `${earlier.passage.id} ${again.passage.id}`
    groups.set(group, { first: earlier, again, ...groups.get(group), count: (groups.get(group)?.count ?? 0) + 1 })
  }
  return [...groups.values()].map(({ first, again, count }): Finding => {
    const what = `${plural(count, 'sentence stands', 'sentences stand')} in ${placeOf({ first, again })} already, word for word: ${excerpt(again.text)}`
    const mend = 'Leave one of them out, unless the original repeats itself; answers show only one.'
    return { severity: 'note', check: 'repeated', file: again.source.file, line: again.line, what, mend }
  })
}

/** The first statement of each wording. */
export function withoutRepeated(statements: readonly Statement[]): Statement[] {
  return [...new Map(statements.toReversed().map((one) => [keyOf(one), one])).values()].reverse()
}

const keyOf = ({ text }: Statement) => toWords(text).join(' ').toLowerCase()
