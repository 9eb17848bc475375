import { toTerms } from '../retrieval/terms.ts'
import type { Source } from '../source.ts'
import type { Quote } from './quote.ts'

/** A share in percent. */
export const SHARE_FIGURE = /\d ?(%|percent|per cent)/i
/** Quotes that share fewer terms tell figures of different things: 3 to 5 tried on the three sources. */
export const LEAST_SHARED = 4
/** A quote that is less than half as likely to answer doesn't take the first place. */
const LEAST_LIKELY = 0.5

/**
 * Puts the newest first among quotes that give other figures for what the first one tells: shares in percent, from
 * another source, about the same things, and about all that the question names and the first quote is about.
 * @param quotes best first
 * @returns the quotes in their new order, and whether any disagree with the first
 */
export function putNewestFirst(
  quotes: readonly Quote[],
  question: string,
  sources: ReadonlyMap<string, Source>,
): { readonly quotes: readonly Quote[]; readonly disagree: boolean } {
  const [first] = quotes
  if (!first) return { quotes, disagree: false }
  const dateOf = ({ sourceId }: Quote) => {
    const source = sources.get(sourceId)
    return source?.lastRevised ?? source?.published ?? ''
  }
  const aboutOf = ({ text, section, sourceId }: Quote) =>
    toTerms([text, section, sources.get(sourceId)?.title].join(' '))
  const rivals = quotes.filter((quote) => {
    if (quote.score < LEAST_LIKELY * first.score) return false
    if (quote.sourceId === first.sourceId || !SHARE_FIGURE.test(first.text) || !SHARE_FIGURE.test(quote.text))
      return false
    const own = aboutOf(quote)
    const shared = intersect(toTerms(first.text), toTerms(quote.text)).length
    return shared >= LEAST_SHARED && intersect(toTerms(question), aboutOf(first)).every((term) => own.has(term))
  })
  if (rivals.length === 0) return { quotes, disagree: false }
  const group = [first, ...rivals].sort((a, b) => dateOf(b).localeCompare(dateOf(a)))
  return { quotes: [...group, ...quotes.filter((quote) => !group.includes(quote))], disagree: true }
}

function intersect(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((term) => other.has(term))
}
