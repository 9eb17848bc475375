import { toTerms } from '../retrieval/terms.ts'
import type { Vocabulary } from '../retrieval/vocabulary.ts'
import type { Passage, Source } from '../source.ts'
import { findClues, toProbability } from './confidence.ts'
import { type Quote, quoteFrom } from './quote.ts'
import type { Retrieval } from './retrieve.ts'
import type { Choice } from './select.ts'

/** Turns chosen spans into quotes, each with the probability that it answers the question. */
export function createQuoter(sources: ReadonlyMap<string, Source>, vocabulary: Vocabulary) {
  const termsOf = rememberTerms(sources)
  return (choices: readonly Choice[], searched: string, retrieval: Retrieval): Quote[] =>
    choices.map(({ candidate, start, end }) => {
      const { passage, asked, sentence } = candidate
      const source = sources.get(passage.sourceId) as Source
      const told = { text: source.text.slice(start, end), held: termsOf(passage) }
      const clues = findClues(searched, candidate, told, retrieval, vocabulary)
      return quoteFrom(source, passage, { start, end }, toProbability(candidate, clues), asked ?? sentence)
    })
}

/** The terms of a passage with its headings and its source's title; found once, for stemming is most of a quote's cost. */
export function rememberTerms(sources: ReadonlyMap<string, Source>): (passage: Passage) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>()
  return (passage) => {
    const before = known.get(passage.id)
    if (before) return before
    const { sourceId, section, table, start, end } = passage
    const source = sources.get(sourceId) as Source
    const headings = [source.title, section, table?.caption, ...(table?.headers ?? [])]
    const terms = toTerms([...headings, source.text.slice(start, end)].join(' '))
    known.set(passage.id, terms)
    return terms
  }
}
