import { join } from 'node:path'
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib'
import { dotProduct, dotProducts } from '../../core/retrieval/dot-product.ts'
import { readFloats } from '../float-files.ts'
import { COMPONENTS, type GraphKind, VECTORS } from './graph-files.ts'

/** Vectors arrive and leave as vectors, so the store is never asked to embed. */
const NO_EMBEDDINGS = {
  embedDocuments: () => Promise.reject(new Error('The index takes vectors, not texts.')),
  embedQuery: () => Promise.reject(new Error('The index takes vectors, not texts.')),
}

/** A reduced graph brings so many times the vectors that are asked for, and so many more, to be compared in full. */
const BROUGHT = { times: 1.25, more: 48 }

export interface PlaceNearby {
  /** Of the vector in its file. */
  readonly place: number
  /** Cosine similarity, -1 to 1. */
  readonly similarity: number
}

export interface Graph {
  readonly size: number
  /**
   * At most `limit` places, most similar first.
   * @param candidates length of the list of candidates: more find better and take longer
   */
  nearest(query: Float32Array, limit: number, candidates: number): PlaceNearby[]
  /** Frees the graph, whose memory the garbage collector doesn't see. */
  close(): void
}

export async function loadGraph(folder: string, kind: GraphKind): Promise<Graph> {
  const { index } = await HNSWLib.load(folder, NO_EMBEDDINGS)
  const size = index.getCurrentCount()
  // The graph itself is asked: the store would look up an empty document for each neighbour.
  const search = (point: number[], limit: number, candidates: number) => {
    index.setEf(candidates)
    return index.searchKnn(point, Math.min(limit, size))
  }
  const close = () => index.initIndex(1)
  if (kind === 'full') {
    return {
      size,
      nearest(query, limit, candidates) {
        const { neighbors, distances } = search(Array.from(query), limit, candidates)
        return neighbors.map((place, at) => ({ place, similarity: 1 - (distances[at] as number) }))
      },
      close,
    }
  }
  const components = await readFloats(join(folder, COMPONENTS))
  const values = await readFloats(join(folder, VECTORS))
  return {
    size,
    nearest(query, limit, candidates) {
      const brought = Math.ceil(BROUGHT.times * limit) + BROUGHT.more
      const { neighbors } = search(dotProducts(query, components), brought, Math.max(candidates, brought))
      const compared = neighbors.map((place) => ({
        place,
        similarity: dotProduct(query, values, place * query.length),
      }))
      return compared.sort((a, b) => b.similarity - a.similarity).slice(0, limit)
    },
    close,
  }
}
