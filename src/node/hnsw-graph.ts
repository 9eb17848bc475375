import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib'
import { Document } from '@langchain/core/documents'
import { Embeddings } from '@langchain/core/embeddings'
import { readFloats } from './float-files.ts'

/** The vectors of a graph, one after the other, in a file beside it: read as numbers when a later build takes them over. */
export const VECTORS = 'vectors.f32'
/** What the folder of a graph holds. */
export const GRAPH_FILES = [VECTORS, 'hnswlib.index', 'docstore.json', 'args.json']

/** Vectors up to which a graph is built here: another process takes longer to start. */
const FEW = 500
/** Built JavaScript, so that it also starts from the sources, as in tests. */
const WORKER = fileURLToPath(new URL('../../dist/node/graph-worker.js', import.meta.url))

/** Vectors arrive and leave as vectors, so the store is never asked to embed. */
class NoEmbeddings extends Embeddings {
  async embedDocuments(): Promise<number[][]> {
    throw new Error('The index takes vectors, not texts.')
  }

  async embedQuery(): Promise<number[]> {
    throw new Error('The index takes vectors, not texts.')
  }
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

/**
 * Builds the graphs (HNSW; Malkov and Yashunin 2018) of folders that hold their vectors, large ones in processes of
 * their own, so that all cores work and so can whoever waits. The same vectors in the same order give the same files.
 * @param graphs with the number of vectors in each, which must be of unit length
 */
export async function writeGraphs(
  graphs: readonly { readonly folder: string; readonly size: number }[],
  dimensions: number,
): Promise<void> {
  const queue = [...graphs].sort((a, b) => b.size - a.size)
  const take = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (next.size > FEW) await writeElsewhere(next.folder, dimensions)
      else await writeGraph(next.folder, dimensions)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, take))
}

async function writeElsewhere(folder: string, dimensions: number): Promise<void> {
  const child = fork(WORKER, [folder, String(dimensions)], { execArgv: [] })
  const [code, signal] = await once(child, 'exit')
  if (code !== 0) throw new Error(`A process that builds a graph ended (${signal ?? code}).`)
}

export async function writeGraph(folder: string, dimensions: number): Promise<void> {
  const values = await readFloats(join(folder, VECTORS))
  const vectors = Array.from({ length: values.length / dimensions }, (_, place) =>
    Array.from(values.subarray(place * dimensions, (place + 1) * dimensions)),
  )
  // The product of unit vectors is their cosine. A vector's place is its label in the graph; the documents stay empty.
  const store = new HNSWLib(new NoEmbeddings({}), { space: 'ip', numDimensions: dimensions })
  const empty = new Document({ pageContent: '' })
  await store.addVectors(
    vectors,
    vectors.map(() => empty),
  )
  await store.save(folder)
}

export async function loadGraph(folder: string): Promise<Graph> {
  const { index } = await HNSWLib.load(folder, new NoEmbeddings({}))
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
