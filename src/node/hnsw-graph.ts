import { HNSWLib } from '@langchain/community/vectorstores/hnswlib'

/** Vectors arrive and leave as vectors, so the store is never asked to embed. */
const NO_EMBEDDINGS = {
  embedDocuments: () => Promise.reject(new Error('The index takes vectors, not texts.')),
  embedQuery: () => Promise.reject(new Error('The index takes vectors, not texts.')),
}

export interface Graph {
  readonly size: number
  /**
   * At most `limit` places of vectors in the file, most similar first.
   * @param candidates length of the list of candidates: more find better and take longer
   */
  nearest(query: number[], limit: number, candidates: number): { place: number; similarity: number }[]
  /** Frees the graph, whose memory the garbage collector doesn't see. */
  close(): void
}

export async function loadGraph(folder: string): Promise<Graph> {
  const { index } = await HNSWLib.load(folder, NO_EMBEDDINGS)
  const size = index.getCurrentCount()
  return {
    size,
    // The graph itself is asked: the store would look up an empty document for each neighbour.
    nearest(query, limit, candidates) {
      index.setEf(candidates)
      const { neighbors, distances } = index.searchKnn(query, Math.min(limit, size))
      return neighbors.map((place, at) => ({ place, similarity: 1 - (distances[at] as number) }))
    },
    close: () => index.initIndex(1),
  }
}
