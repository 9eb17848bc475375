import type { Row } from './corpus-rows.ts'
import { toTerm, toWords } from './terms.ts'

/** The words that the sources and their reader questions use. */
export interface Vocabulary {
  /** How often each word (lower case) stands there. */
  readonly counts: ReadonlyMap<string, number>
  /** Whether a term (see `toTerm`) stands there in any form. */
  knows(term: string): boolean
}

const WORD = /\p{L}+/gu

export function createVocabulary(rows: readonly Row[]): Vocabulary {
  const counts = new Map<string, number>()
  const distinct = new Set<string>()
  for (const { kind, text, context } of rows) {
    // What the sources don't answer is no word of theirs.
    if (kind === 'unanswered') continue
    const words = `${text} ${context}`.toLowerCase()
    for (const [word] of words.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const word of toWords(words)) distinct.add(word)
  }
  const terms = new Set([...distinct].map(toTerm))
  return { counts, knows: (term) => terms.has(term) }
}
