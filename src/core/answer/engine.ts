import type { Embedder, VectorIndex } from '../ports.ts'
import { type Corpus, toRows } from '../retrieval/corpus-rows.ts'
import type { LexicalIndex } from '../retrieval/lexical-index.ts'
import type { Source } from '../source.ts'
import { MIN_PROBABILITY, toProbability } from './calibrate.ts'
import { composeAnswer, composeConversation, composeNoAnswer } from './compose.ts'
import { quoteFrom } from './quote.ts'
import { rankPassages } from './rank-passages.ts'
import type { Engine } from './reply.ts'
import { createRetriever } from './retrieve.ts'
import { screenSmallTalk } from './screen.ts'
import { select } from './select.ts'

export interface EngineParts {
  readonly corpus: Corpus
  readonly embedder: Embedder
  /** Over the rows of the corpus, in the order of `toRows`. */
  readonly vectors: VectorIndex
  readonly lexical: LexicalIndex
  /** The current time; the age of sources depends on it. */
  readonly now?: () => Date
}

/** The answer flow: screen -> retrieve -> select -> compose. This file only puts the steps together. */
export function createEngine({ corpus, embedder, vectors, lexical, now = () => new Date() }: EngineParts): Engine {
  const sources = new Map(corpus.sources.map((source) => [source.id, source]))
  const retriever = createRetriever({ rows: toRows(corpus), embedder, vectors, lexical })

  return {
    sources: corpus.sources,
    async answer({ message, maxQuotes }) {
      const smallTalk = screenSmallTalk(message)
      if (smallTalk) return composeConversation(smallTalk)

      const candidates = await retriever.retrieve(message)
      const quotes = select(candidates, sources, maxQuotes).map(({ passage, fit, ...span }) =>
        quoteFrom(sources.get(passage.sourceId) as Source, passage, span, toProbability(fit)),
      )
      const [best] = quotes
      if (!best || best.score < MIN_PROBABILITY) return composeNoAnswer(message)
      return composeAnswer(message, quotes, sources, now())
    },
    async search(query, limit) {
      return rankPassages(await retriever.retrieve(query), sources, limit)
    },
  }
}
