import type { Vocabulary } from '../retrieval/vocabulary.ts'
import type { Source } from '../source.ts'
import { createClueFinder, toProbability } from './confidence.ts'
import { type Quote, quoteFrom } from './quote.ts'
import type { Retrieval } from './retrieve.ts'
import type { Choice } from './select.ts'

/**
 * Turns chosen spans into quotes, each with the probability that it answers the question.
 * @param question the wording that is to be answered
 */
export function createQuoter(sources: ReadonlyMap<string, Source>, vocabulary: Vocabulary) {
  return (choices: readonly Choice[], question: string, retrieval: Retrieval): Quote[] => {
    const findClues = createClueFinder(question, retrieval, vocabulary)
    return choices.map(({ candidate, start, end }) => {
      const { passage, asked, sentence } = candidate
      const source = sources.get(passage.sourceId) as Source
      const probability = toProbability(candidate, findClues(candidate, source.text.slice(start, end)))
      return quoteFrom(source, passage, { start, end }, probability, asked ?? sentence)
    })
  }
}
