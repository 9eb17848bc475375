import type { TokenEmbedding } from '../ports.ts'
import type { PassageRow } from '../retrieval/corpus-rows.ts'
import type { Coverage } from '../retrieval/late-interaction.ts'
import type { Passage, Source } from '../source.ts'
import calibration from './calibration.json' with { type: 'json' }
import { createKindMatch } from './question-kinds.ts'
import type { RankedPassage } from './reply.ts'
import type { RetrieverParts } from './retrieve.ts'
import type { RowReading } from './row-search.ts'

const { around: aroundWeight, kind: kindWeight } = calibration.passages

/** Rows that each of the two searches brings at first for each passage that is wanted. */
const ROWS_PER_PASSAGE = 2

/** What speaks for a passage. */
export interface PassageSignals {
  /** How well all its rows together cover the query's tokens, about -1 to 1. */
  readonly covered: number
  /** Cosine of the query and the whole passage. */
  readonly around: number
  /** Whether it answers the kind of thing that is asked, -4.6 to 0. */
  readonly kind: number
}

export interface ReadPassage {
  readonly passage: Passage
  readonly signals: PassageSignals
}

/** At least `limit` passages for a query, as far as there are so many, in no order. */
export type PassageReader = (query: string, limit: number) => Promise<ReadPassage[]>

export function createPassageReader(parts: RetrieverParts): PassageReader {
  const { rows, passageRows, passageVectors, embedder, search, late } = parts
  const matchKinds = createKindMatch(passageVectors, embedder.modelHash)

  /** All sentences of each passage that a row was found of, and the reader questions found. */
  const groupByPassage = (hits: Iterable<number>): Map<Passage, Set<number>> => {
    const groups = new Map<Passage, Set<number>>()
    for (const hit of hits) {
      if (rows[hit]?.kind === 'unanswered') continue
      const { passage } = rows[hit] as PassageRow
      const group = groups.get(passage) ?? new Set(passageRows.rowsOf(passage))
      groups.set(passage, group.add(hit))
    }
    return groups
  }

  /** Many rows can belong to one passage or, where a question has no answer, to none: goes deeper until there are enough. */
  const findPassages = async (query: string, question: TokenEmbedding, limit: number) => {
    for (let depth = ROWS_PER_PASSAGE * limit; ; depth *= 2) {
      const found = await search.find(query, question, depth)
      const groups = groupByPassage([...found.dense.keys(), ...found.lexical.keys()])
      if (groups.size >= limit || depth >= rows.length) return { found, groups }
    }
  }

  return async (query, limit) => {
    const [question] = (await embedder.embedTokens([query])) as [TokenEmbedding]
    const { found, groups } = await findPassages(query, question, limit)
    const compared = [...groups.values()].flatMap((group) => [...group])
    const readings = await search.read(found, compared)
    const coverageOf = new Map(compared.map((row, at) => [row, (readings[at] as RowReading).coverage]))
    const matchKind = matchKinds(question.vector)

    return [...groups].map(([passage, group]) => {
      const place = passageRows.placeOf(passage)
      const coverages = [...group].map((row) => coverageOf.get(row) as Coverage)
      const signals = {
        covered: late.join(question, coverages).mean,
        around: passageVectors.cosine(place, [question.vector]),
        kind: matchKind(place),
      }
      return { passage, signals }
    })
  }
}

/** Passages for a query, best first. Weights: fitted by `scripts/fit-passages.mjs`. */
export function createPassageRanker(read: PassageReader, sources: ReadonlyMap<string, Source>) {
  return async (query: string, limit: number): Promise<RankedPassage[]> => {
    const weighed = (await read(query, limit)).map(({ passage, signals }) => ({ passage, fit: weigh(signals) }))
    const best = weighed.sort((a, b) => b.fit - a.fit).slice(0, limit)
    return best.map(({ passage, fit }) => {
      const text = sources.get(passage.sourceId)?.text.slice(passage.start, passage.end) ?? ''
      return { passage, text, score: Math.min(1, Math.max(0, fit)) }
    })
  }
}

function weigh({ covered, around, kind }: PassageSignals): number {
  return (covered + aroundWeight * around + kindWeight * kind) / (1 + aroundWeight)
}
