import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib'
import { Document } from '@langchain/core/documents'
import { Embeddings } from '@langchain/core/embeddings'
import { readFloats } from './float-files.ts'

/** The vectors of a graph, one after the other, in a file beside it: exact, where the graph's own copies are rounded. */
export const VECTORS = 'vectors.f32'
/** What the folder of a graph holds. */
export const GRAPH_FILES = [VECTORS, 'hnswlib.index', 'docstore.json', 'args.json']

/** Vectors up to which a graph is built here: another process takes longer to start. */
const FEW = 2_000
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
  /** At most `limit` places of vectors in the file, most similar first. */
  nearest(query: Float32Array, limit: number): Promise<{ readonly place: number; readonly similarity: number }[]>
  /** Frees the graph, whose memory the garbage collector doesn't see. */
  close(): void
}

/**
 * Builds the graphs (HNSW; Malkov and Yashunin 2018) of folders that hold their vectors, on all cores where they are
 * large. The same vectors in the same order give the same files.
 * @param graphs with the number of vectors in each
 */
export async function writeGraphs(
  graphs: readonly { readonly folder: string; readonly size: number }[],
  dimensions: number,
): Promise<void> {
  const queue = [...graphs].sort((a, b) => b.size - a.size)
  const isWorthIt = queue.length > 1 && queue.some(({ size }) => size > FEW)
  const take = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (isWorthIt) await writeElsewhere(next.folder, dimensions)
      else await writeGraph(next.folder, dimensions)
    }
  }
  await Promise.all(Array.from({ length: isWorthIt ? availableParallelism() : 1 }, take))
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
  const store = new HNSWLib(new NoEmbeddings({}), { space: 'cosine', numDimensions: dimensions })
  await store.addVectors(
    vectors,
    vectors.map((_, place) => new Document({ pageContent: '', metadata: { place } })),
  )
  await store.save(folder)
}

/** @param candidates length of the list of candidates of a search: more find better and take longer */
export async function loadGraph(folder: string, candidates: number): Promise<Graph> {
  const store = await HNSWLib.load(folder, new NoEmbeddings({}))
  const size = store.index.getCurrentCount()
  store.index.setEf(candidates)
  return {
    size,
    async nearest(query, limit) {
      const found = await store.similaritySearchVectorWithScore(Array.from(query), Math.min(limit, size))
      return found.map(([{ metadata }, distance]) => ({ place: metadata.place as number, similarity: 1 - distance }))
    },
    close: () => store.index.initIndex(1),
  }
}
