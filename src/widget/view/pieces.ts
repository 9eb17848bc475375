/** Cuts a quote into pieces that are shown in different ways. Put together, the pieces are the quote, letter by letter. */
import type { GlossaryTerm, Quote } from '../api/wire.ts'

export interface Piece {
  readonly text: string
  /** Belongs to the part that answers best. */
  readonly isKey: boolean
  /** The word that the piece is, where the sources explain it. */
  readonly term: GlossaryTerm | null
}

const escaped = (form: string) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Finds the words of a glossary in a text. */
export type TermFinder = ReturnType<typeof createTermFinder>

/** A form without small letters, such as ED, is meant as it is written, every other in capitals or not. */
const keyOf = (form: string) => (/\p{Ll}/u.test(form) ? form.toLowerCase() : form)

/** @param terms of the glossary; of two forms at one place the longer is found, of two terms of one form the first */
export function createTermFinder(terms: readonly GlossaryTerm[]) {
  const byForm = new Map(terms.toReversed().flatMap((term) => term.forms.map((form) => [keyOf(form), term] as const)))
  const forms = [...byForm.keys()].filter((form) => form !== '').toSorted((one, other) => other.length - one.length)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  /** Each term once, where it stands first, and not in the very words that explain it. */
  return ({ text, sourceId, start, end }: Pick<Quote, 'text' | 'sourceId' | 'start' | 'end'>) => {
    if (forms.length === 0) return []
    const told = new Set<string>()
    return [...text.matchAll(pattern)].flatMap((match) => {
      const [word] = match
      const term = byForm.get(word) ?? byForm.get(word.toLowerCase())
      if (!term || told.has(term.term)) return []
      const { quote } = term
      if (quote.sourceId === sourceId && quote.start < end && start < quote.end) return []
      told.add(term.term)
      return [{ start: match.index, end: match.index + word.length, term }]
    })
  }
}

export function toPieces(quote: Pick<Quote, 'text' | 'sourceId' | 'start' | 'end' | 'key'>, find: TermFinder): Piece[] {
  const { text, start, key } = quote
  const terms = find(quote)
  const keySpan = key ? { start: key.start - start, end: key.end - start } : { start: 0, end: 0 }
  const cuts = [0, keySpan.start, keySpan.end, ...terms.flatMap((term) => [term.start, term.end]), text.length]
  const edges = [...new Set(cuts)].toSorted((one, other) => one - other)
  return edges.slice(1).map((to, at) => {
    const from = edges[at] ?? 0
    return {
      text: text.slice(from, to),
      isKey: keySpan.start <= from && to <= keySpan.end,
      // A term that the key cuts in two is shown as plain words.
      term: terms.find((term) => term.start === from && term.end === to)?.term ?? null,
    }
  })
}
