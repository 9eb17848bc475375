import type { TokenEmbedding, VectorIndex } from '../ports.ts'
import type { Coverage, LateInteraction } from '../retrieval/late-interaction.ts'
import type { LexicalIndex } from '../retrieval/lexical-index.ts'
import type { RowSignals } from './signals.ts'

/** A wording of a question and what the two searches bring for it. */
export interface Found {
  readonly question: TokenEmbedding
  /** Cosine by row. */
  readonly dense: ReadonlyMap<number, number>
  /** BM25 by row, relative to the best. */
  readonly lexical: ReadonlyMap<number, number>
}

export interface RowReading extends RowSignals {
  readonly coverage: Coverage
}

/** Brings rows for a wording and reads how well rows fit it. */
export interface RowSearch {
  /** @param depth rows that each of the two searches brings at most */
  find(text: string, question: TokenEmbedding, depth: number): Promise<Found>
  /** One reading for each row, in order; the rows need not be among those found. */
  read(found: Found, rows: readonly number[]): Promise<RowReading[]>
}

export function createRowSearch(vectors: VectorIndex, lexical: LexicalIndex, late: LateInteraction): RowSearch {
  return {
    async find(text, question, depth) {
      const near = await vectors.nearest(question.vector, depth)
      const shared = lexical.search(text, depth)
      const best = shared[0]?.score ?? 1
      return {
        question,
        dense: new Map(near.map(({ row, similarity }) => [row, similarity])),
        lexical: new Map(shared.map(({ row, score }) => [row, score / best])),
      }
    },
    async read({ question, dense, lexical }, rows) {
      // A row that the vectors didn't bring is at most as near as the last one that they did.
      const farthest = Math.min(1, ...dense.values())
      const coverages = await late.score(question, rows)
      return rows.map((row, at) => {
        const coverage = coverages[at] as Coverage
        return { dense: dense.get(row) ?? farthest, late: coverage.mean, lexical: lexical.get(row) ?? 0, coverage }
      })
    },
  }
}
