import type { Row } from './corpus-rows.ts'
import { toTerm, toTerms, toWords } from './terms.ts'

/** The terms of a corpus, each word's worked out once: stemming takes longer than all else that is done with a word. */
export interface Lexicon {
  /** As `toTerm`, and quick for the words of the corpus. */
  termOf(word: string): string | null
  /** The distinct terms of a text. */
  termsOf(text: string): ReadonlySet<string>
  /** Terms of the sources' sentences and headings. */
  readonly told: ReadonlySet<string>
  /** These, and those of the reader questions. */
  readonly known: ReadonlySet<string>
}

export function createLexicon(rows: readonly Row[]): Lexicon {
  const terms = new Map<string, string | null>()
  const told = new Set<string>()
  const known = new Set<string>()
  for (const { kind, text, context } of rows) {
    for (const word of toWords(`${text} ${context}`)) {
      let term = terms.get(word)
      if (term === undefined) {
        term = toTerm(word)
        terms.set(word, term)
      }
      if (term === null || kind === 'unanswered') continue
      known.add(term)
      if (kind === 'sentence') told.add(term)
    }
  }
  const termOf = (word: string) => {
    const term = terms.get(word)
    return term === undefined ? toTerm(word) : term
  }
  return {
    termOf,
    termsOf: (text) => toTerms(text, termOf),
    told,
    known,
  }
}
