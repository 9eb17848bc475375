import { join } from 'node:path'
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib'
import { readFloats } from './float-files.ts'
import { VECTORS } from './graph-files.ts'

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

export async function writeGraph(folder: string, dimensions: number): Promise<void> {
  const values = await readFloats(join(folder, VECTORS))
  const vectors = Array.from({ length: values.length / dimensions }, (_, place) =>
    Array.from(values.subarray(place * dimensions, (place + 1) * dimensions)),
  )
  // The product of unit vectors is their cosine. A vector's place is its label in the graph; the documents stay empty.
  const store = new HNSWLib(NO_EMBEDDINGS, { space: 'ip', numDimensions: dimensions })
  const empty = { pageContent: '', metadata: {} }
  await store.addVectors(
    vectors,
    vectors.map(() => empty),
  )
  await store.save(folder)
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
