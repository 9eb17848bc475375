import type { Row } from './corpus-rows.ts'
import { createFraming } from './frame.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { createWordingOdds, type WordingOdds } from './wording.ts'

/** The words that the sources and their reader questions use. */
export interface Vocabulary {
  /** How often each word (lower case) stands there. */
  readonly counts: ReadonlyMap<string, number>
  /** Words (lower case) of the questions that the sources don't answer: right spellings, though not of theirs. */
  readonly others: ReadonlySet<string>
  /** Whether a term (see `toTerm`) stands there in any form. */
  knows(term: string): boolean
  /** The distinct terms of a text. */
  readonly termsOf: Lexicon['termsOf']
  /** Whether a question is worded like those without an answer. */
  readonly wordingOdds: WordingOdds
  /** What a question asks, whatever it asks about (see `Framing`). */
  toFrame(question: string): readonly string[]
}

const WORD = /\p{L}+/gu

export function createVocabulary(rows: readonly Row[]): Vocabulary {
  const counts = new Map<string, number>()
  const others = new Set<string>()
  for (const { kind, text, context } of rows) {
    const words = `${text} ${context}`.toLowerCase()
    if (kind === 'unanswered') {
      for (const [word] of words.matchAll(WORD)) others.add(word)
      continue
    }
    for (const [word] of words.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const lexicon = createLexicon(rows)
  const framing = createFraming(lexicon)
  return {
    counts,
    others,
    knows: (term) => lexicon.known.has(term),
    termsOf: lexicon.termsOf,
    wordingOdds: createWordingOdds(rows, framing),
    toFrame: (question) => framing.toFrame(framing.toTokens(question)),
  }
}
