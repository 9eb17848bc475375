import type { Embedder, TokenEmbedding, TokenMultiplier, VectorIndex } from '../ports.ts'
import { createUnderstanding } from '../question/understand.ts'
import { type Corpus, toRows } from '../retrieval/corpus-rows.ts'
import { createLateInteraction } from '../retrieval/late-interaction.ts'
import type { LexicalIndex } from '../retrieval/lexical-index.ts'
import { mapPassageRows } from '../retrieval/passage-rows.ts'
import { openPassageVectors } from '../retrieval/passage-vectors.ts'
import type { TokenVectors } from '../retrieval/token-vectors.ts'
import { createVocabulary } from '../retrieval/vocabulary.ts'
import { createNearestExample } from '../safety/nearest-example.ts'
import { cautionsFor } from './cautions.ts'
import { composeAnswer, composeConversation, composeNoAnswer, composeSafety } from './compose.ts'
import { isConfident } from './confidence.ts'
import { putNewestFirst } from './disagreement.ts'
import { findGap } from './gap.ts'
import { createGlossary } from './glossary.ts'
import { createQuoter } from './quote-candidates.ts'
import { createPassageRanker, createPassageReader } from './rank-passages.ts'
import type { Engine } from './reply.ts'
import { createRetriever } from './retrieve.ts'
import { createRowSearch } from './row-search.ts'
import { screen, screenSmallTalk, sentencesOf } from './screen.ts'
import { createSelector } from './select.ts'
import { suggestFirst, suggestNext } from './suggest.ts'

export interface EngineParts {
  readonly corpus: Corpus
  readonly embedder: Embedder
  /** Over the rows of the corpus, in the order of `toRows`, as are `lexical` and `tokens`. */
  readonly vectors: VectorIndex
  readonly lexical: LexicalIndex
  readonly tokens: TokenVectors
  /** Unit vectors of the passages in reading order, one after the other. */
  readonly passages: Float32Array
  readonly multiplier: TokenMultiplier
  /** Unit vectors of `WORDINGS`, one after the other. Absent: the rules alone tell who is in danger. */
  readonly wordings?: Float32Array
  /** The current time; the age of sources depends on it. */
  readonly now?: () => Date
}

/** The steps of the answer flow over one corpus, each on its own: `createEngine` joins them, calibration looks inside. */
export function createSteps(parts: EngineParts) {
  const { corpus, embedder, lexical, tokens } = parts
  const rows = toRows(corpus)
  const sources = new Map(corpus.sources.map((source) => [source.id, source]))
  const vocabulary = createVocabulary(rows)
  const late = createLateInteraction(tokens, parts.multiplier, parts.embedder.continuesWord)
  const retrieving = {
    rows,
    embedder,
    late,
    passageRows: mapPassageRows(rows),
    passageVectors: openPassageVectors(parts.passages, embedder.dimensions),
    search: createRowSearch(parts.vectors, lexical, late),
  }
  const readPassages = createPassageReader(retrieving)
  return {
    sources,
    vocabulary,
    understand: createUnderstanding(vocabulary, embedder),
    retrieve: createRetriever(retrieving),
    select: createSelector(sources, vocabulary),
    quote: createQuoter(sources, vocabulary),
    readPassages,
    rankPassages: createPassageRanker(readPassages, sources),
  }
}

/** The answer flow: screen -> understand -> retrieve -> select -> quote -> compose. */
export function createEngine(parts: EngineParts): Engine {
  const { corpus, now = () => new Date() } = parts
  const { sources, vocabulary, understand, retrieve, select, quote, rankPassages } = createSteps(parts)

  const nearestExample = parts.wordings && createNearestExample(parts.wordings, parts.embedder, parts.multiplier)
  const firstQuestions = suggestFirst(corpus.questions)

  return {
    sources: corpus.sources,
    glossary: createGlossary(corpus),
    async answer(request) {
      const { message, history, country, maxQuotes } = request
      const screened = screen(request)
      if (screened) return screened

      const smallTalk = screenSmallTalk(message)
      if (smallTalk) return composeConversation(smallTalk, firstQuestions)

      const { searched, texts, identified } = understand(message, history)
      const retrieval = await retrieve(texts)
      // After the search, because the question's vectors come with it; nothing that was found is used.
      const heard = retrieval.embeddings.at(-1) as TokenEmbedding
      const near = (await nearestExample?.(heard, sentencesOf(request))) ?? []
      if (near.length > 0) return composeSafety(near, country)
      const choices = select(retrieval.candidates, maxQuotes)
      const quotes = quote(choices, texts[0] as string, retrieval)
      const isEnough = choices[0] && quotes[0] && isConfident(choices[0].candidate, quotes[0].score)
      const cautions = cautionsFor([message, searched], identified, isEnough ? quotes : [])
      if (!isEnough) {
        const nearest = (choices[0]?.candidate ?? retrieval.candidates[0])?.passage
        const gap = findGap({ text: texts.at(-1) ?? '', identified }, nearest, vocabulary)
        return composeNoAnswer(searched, suggestNext(retrieval.questions, []), cautions, gap)
      }
      const suggestions = suggestNext(retrieval.questions, quotes)
      const found = { searched, suggestions, cautions, ...putNewestFirst(quotes, searched, sources) }
      return composeAnswer(found, sources, now())
    },
    search: (query, limit) => rankPassages(understand(query, []).searched, limit),
  }
}
