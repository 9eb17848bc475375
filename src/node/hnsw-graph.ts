import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import hnswlib from 'hnswlib-node'
import { readFloats } from './float-files.ts'

/** The vectors of a graph, one after the other, in a file beside it: read as numbers when a later build takes them over. */
export const VECTORS = 'vectors.f32'
const GRAPH = 'hnswlib.index'
/** What the folder of a graph holds. */
export const GRAPH_FILES = [VECTORS, GRAPH]

/** Links of each vector, hnswlib's own number. */
const LINKS = 16
/** Vectors up to which a graph is built here: another process takes longer to start. */
const FEW = 500
/** Built JavaScript, so that it also starts from the sources, as in tests. */
const WORKER = fileURLToPath(new URL('../../dist/node/graph-worker.js', import.meta.url))

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
 * @param candidates among which the neighbours of each vector are chosen: more connect better and take longer
 */
export async function writeGraphs(
  graphs: readonly { readonly folder: string; readonly size: number }[],
  dimensions: number,
  candidates: number,
): Promise<void> {
  const queue = [...graphs].sort((a, b) => b.size - a.size)
  const take = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (next.size > FEW) await writeElsewhere(next.folder, dimensions, candidates)
      else await writeGraph(next.folder, dimensions, candidates)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, take))
}

async function writeElsewhere(folder: string, dimensions: number, candidates: number): Promise<void> {
  const child = fork(WORKER, [folder, String(dimensions), String(candidates)], { execArgv: [] })
  const [code, signal] = await once(child, 'exit')
  if (code !== 0) throw new Error(`A process that builds a graph ended (${signal ?? code}).`)
}

export async function writeGraph(folder: string, dimensions: number, candidates: number): Promise<void> {
  const values = await readFloats(join(folder, VECTORS))
  const size = values.length / dimensions
  const graph = createGraph(dimensions)
  graph.initIndex(size, LINKS, candidates)
  for (let place = 0; place < size; place++) {
    graph.addPoint(Array.from(values.subarray(place * dimensions, (place + 1) * dimensions)), place)
  }
  await graph.writeIndex(join(folder, GRAPH))
}

export async function loadGraph(folder: string, dimensions: number): Promise<Graph> {
  const graph = createGraph(dimensions)
  await graph.readIndex(join(folder, GRAPH))
  const size = graph.getCurrentCount()
  return {
    size,
    nearest(query, limit, candidates) {
      graph.setEf(candidates)
      const { neighbors, distances } = graph.searchKnn(query, Math.min(limit, size))
      return neighbors.map((place, at) => ({ place, similarity: 1 - (distances[at] as number) }))
    },
    close: () => graph.initIndex(1),
  }
}

/** The product of unit vectors is their cosine. */
const createGraph = (dimensions: number) => new hnswlib.HierarchicalNSW('ip', dimensions)
