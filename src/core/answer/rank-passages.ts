import type { TokenEmbedding } from '../ports.ts'
import type { PassageRow } from '../retrieval/corpus-rows.ts'
import type { Passage, Source } from '../source.ts'
import calibration from './calibration.json' with { type: 'json' }
import type { RankedPassage } from './reply.ts'
import type { RetrieverParts } from './retrieve.ts'
import type { RowReading } from './row-search.ts'

const { around: aroundWeight, near: nearWeight } = calibration.passages

/** Rows that each of the two searches brings at first for each passage that is wanted. */
const ROWS_PER_PASSAGE = 2

/**
 * Passages for a query, best first: how well all rows of a passage together cover the query's tokens, how near the
 * passage is as a whole, and how near its nearest row. Weights: fitted on MedQuAD questions outside MedQuAD-2048.
 */
export function createPassageRanker(parts: RetrieverParts, sources: ReadonlyMap<string, Source>) {
  const { rows, passageRows, passageVectors, embedder, search, late } = parts

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

  return async (query: string, limit: number): Promise<RankedPassage[]> => {
    const [question] = (await embedder.embedTokens([query])) as [TokenEmbedding]
    const { found, groups } = await findPassages(query, question, limit)
    const compared = [...groups.values()].flatMap((group) => [...group])
    const readings = await search.read(found, compared)
    const readingOf = new Map(compared.map((row, at) => [row, readings[at] as RowReading]))

    const ranked = [...groups].map(([passage, group]): RankedPassage => {
      const all = [...group].map((row) => readingOf.get(row) as RowReading)
      const covered = late.join(
        question,
        all.map(({ coverage }) => coverage),
      )
      const around = passageVectors.cosine(passageRows.placeOf(passage), [question.vector])
      const near = Math.max(...all.map(({ dense }) => dense))
      const text = sources.get(passage.sourceId)?.text.slice(passage.start, passage.end) ?? ''
      return { passage, text, score: toScore(covered.mean, around, near) }
    })
    return ranked.sort((a, b) => b.score - a.score).slice(0, limit)
  }
}

/** All are about -1 to 1; their weighted mean, cut at 0. */
function toScore(covered: number, around: number, near: number): number {
  const sum = covered + aroundWeight * around + nearWeight * near
  return Math.min(1, Math.max(0, sum / (1 + aroundWeight + nearWeight)))
}
