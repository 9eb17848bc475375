import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type GraphToMake, makeGraph } from './make-graph.ts'

/** Vectors up to which a graph is built here: another process takes longer to start. */
const FEW = 500
/** Built JavaScript, so that it also starts from the sources, as in tests. */
const WORKER = fileURLToPath(new URL('../../../dist/node/vectors/graph-worker.js', import.meta.url))

/**
 * Makes graphs (HNSW; Malkov and Yashunin 2018), large ones in processes of their own, so that all cores work and so
 * can whoever waits. Built from nothing, the same vectors in the same order give the same files.
 */
export async function makeGraphs(graphs: readonly GraphToMake[], dimensions: number): Promise<void> {
  const queue = [...graphs].sort((a, b) => b.size - a.size)
  const take = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (next.size > FEW) await makeElsewhere(next, dimensions)
      else await makeGraph(next, dimensions)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, take))
}

async function makeElsewhere(graph: GraphToMake, dimensions: number): Promise<void> {
  const child = fork(WORKER, [JSON.stringify(graph), String(dimensions)], { execArgv: [] })
  const [code, signal] = await once(child, 'exit')
  if (code !== 0) throw new Error(`A process that makes a graph ended (${signal ?? code}).`)
}
