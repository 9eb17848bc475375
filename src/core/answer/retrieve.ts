import type { Embedder, VectorIndex } from '../ports.ts'
import type { Row } from '../retrieval/corpus-rows.ts'
import type { LexicalIndex } from '../retrieval/lexical-index.ts'

export interface Candidate {
  readonly row: Row
  /** Fused evidence that the row fits the question; higher is better, comparable between questions. */
  readonly fit: number
}

export interface Retriever {
  /** Rows that may answer the question, best first. */
  retrieve(question: string): Promise<Candidate[]>
}

/** Candidates that each of the two searches brings. */
const DEPTH = 60
/** What the best lexical match adds to a cosine; chosen on the tuning questions, see docs/RESULTS.md. */
const LEXICAL_WEIGHT = 0.2

/** Dense and lexical search, fused as cosine + weight * (BM25 / best BM25 of this question). */
export function createRetriever({
  rows,
  embedder,
  vectors,
  lexical,
}: {
  rows: readonly Row[]
  embedder: Embedder
  vectors: VectorIndex
  lexical: LexicalIndex
}): Retriever {
  return {
    async retrieve(question) {
      const [embedded] = await embedder.embed([question])
      const near = await vectors.nearest(embedded as Float32Array, DEPTH)
      const shared = lexical.search(question, DEPTH)

      const cosines = new Map(near.map(({ row, similarity }) => [row, similarity]))
      const scores = new Map(shared.map(({ row, score }) => [row, score]))
      // A row that only the words found is at most as near as the last one that the vectors found.
      const farthest = near.at(-1)?.similarity ?? 0
      const best = shared[0]?.score ?? 1
      return [...new Set([...cosines.keys(), ...scores.keys()])]
        .map((at) => {
          const fit = (cosines.get(at) ?? farthest) + (LEXICAL_WEIGHT * (scores.get(at) ?? 0)) / best
          return { row: rows[at] as Row, fit }
        })
        .sort((a, b) => b.fit - a.fit || a.row.start - b.row.start)
    },
  }
}
