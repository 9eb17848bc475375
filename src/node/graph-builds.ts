import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { writeGraph } from './write-graph.ts'

/** Vectors up to which a graph is built here: another process takes longer to start. */
const FEW = 500
/** Built JavaScript, so that it also starts from the sources, as in tests. */
const WORKER = fileURLToPath(new URL('../../dist/node/graph-worker.js', import.meta.url))

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
