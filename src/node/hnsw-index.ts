import { HNSWLib } from '@langchain/community/vectorstores/hnswlib'
import { Document } from '@langchain/core/documents'
import { Embeddings } from '@langchain/core/embeddings'
import type { VectorIndex } from '../core/ports.ts'

/** Size of the candidate list of a search: recall@10 against exact search ≥ 0.99, held by the contract suite. */
const EF_SEARCH = 250
/** Asked for beyond the limit, so that of rows that tie at the limit the first ones come. */
const SPARE = 16

/** Rows arrive and leave as vectors, so the store is never asked to embed. */
class NoEmbeddings extends Embeddings {
  async embedDocuments(): Promise<number[][]> {
    throw new Error('The index takes vectors, not texts.')
  }

  async embedQuery(): Promise<number[]> {
    throw new Error('The index takes vectors, not texts.')
  }
}

/**
 * Builds an HNSW graph (Malkov and Yashunin 2018) over unit vectors and writes it to a folder, with LangChain's HNSWLib.
 * The same vectors in the same order give the same files.
 */
export async function writeHnswIndex(
  folder: string,
  vectors: readonly Float32Array[],
  dimensions: number,
): Promise<void> {
  const store = new HNSWLib(new NoEmbeddings({}), { space: 'cosine', numDimensions: dimensions })
  const rows = vectors.map((_, row) => new Document({ pageContent: '', metadata: { row } }))
  await store.addVectors(
    vectors.map((vector) => Array.from(vector)),
    rows,
  )
  await store.save(folder)
}

/** A graph that hands its vectors out again, for whoever searches them in another way. */
export interface HnswIndex extends VectorIndex {
  vectorOf(row: number): readonly number[]
}

export async function loadHnswIndex(folder: string): Promise<HnswIndex> {
  const store = await HNSWLib.load(folder, new NoEmbeddings({}))
  const size = store.index.getCurrentCount()
  const dimensions = store.index.getNumDimensions()
  store.index.setEf(EF_SEARCH)
  return {
    size,
    // The store labels vectors in the order in which it was given them.
    vectorOf: (row) => store.index.getPoint(row),
    async nearest(query, limit) {
      if (query.length !== dimensions) throw new RangeError(`The query has ${query.length} numbers, not ${dimensions}.`)
      if (limit <= 0) return []
      const count = Math.min(limit + SPARE, size)
      const found = await store.similaritySearchVectorWithScore(Array.from(query), count)
      return found
        .map(([{ metadata }, distance]) => ({ row: metadata.row as number, similarity: 1 - distance }))
        .sort((a, b) => b.similarity - a.similarity || a.row - b.row)
        .slice(0, limit)
    },
  }
}
