import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import hnswlib from 'hnswlib-node'
import { dotProducts } from '../../core/retrieval/dot-product.ts'
import { readFloats } from '../float-files.ts'
import { writeChanged } from './changed.ts'
import { ARGUMENTS, COMPONENTS, DOCUMENTS, GRAPH, type GraphKind, VECTORS } from './graph-files.ts'

/**
 * The space of each kind of graph, the links that a vector keeps, and the candidates among which they are chosen (M and
 * efConstruction of Malkov and Yashunin 2018). The product of unit vectors is their cosine; components of theirs have
 * no length of their own, so that they are compared by distance. The full ones are those of LangChain's store.
 */
export const MAKING = {
  full: { space: 'ip', links: 16, chosenAmong: 200 },
  reduced: { space: 'l2', links: 32, chosenAmong: 220 },
} as const

/** Of 384; multiples of 16 are compared fastest. */
const COMPONENTS_KEPT = 160

/** Vectors that are taken up without a pause, in which a process hears that nobody waits for it any more. */
const AT_ONCE = 1_000

/**
 * Builds the graph of a folder's vectors, in the files that LangChain's HNSWLib loads. LangChain itself is left out: it
 * takes longer to load than most graphs to build. A vector's place is its label in the graph. The same vectors in the
 * same order give the same files.
 */
export async function writeGraph(folder: string, dimensions: number, kind: GraphKind): Promise<void> {
  const values = await readFloats(join(folder, VECTORS))
  const size = values.length / dimensions
  const toPoint =
    kind === 'full' ? (vector: Float32Array) => Array.from(vector) : await reduce(folder, values, dimensions)
  const numDimensions = toPoint(values.subarray(0, dimensions)).length
  const { space, links, chosenAmong } = MAKING[kind]
  const graph = new hnswlib.HierarchicalNSW(space, numDimensions)
  graph.initIndex(size, links, chosenAmong)
  for (let place = 0; place < size; place++) {
    if (place % AT_ONCE === 0) await pause()
    graph.addPoint(toPoint(values.subarray(place * dimensions, (place + 1) * dimensions)), place)
  }
  await graph.writeIndex(join(folder, GRAPH))
  await writeFile(join(folder, ARGUMENTS), JSON.stringify({ space, numDimensions }))
  // Neighbours are told by their places: there are no documents to look up.
  await writeFile(join(folder, DOCUMENTS), '[]')
}

async function reduce(folder: string, values: Float32Array, dimensions: number) {
  // Only here: most indexes do without.
  const { findComponents } = await import('./components.ts')
  const components = findComponents(values, dimensions, Math.min(COMPONENTS_KEPT, Math.ceil(dimensions / 2)))
  await writeFile(join(folder, COMPONENTS), components)
  await writeChanged(folder, 0)
  return (vector: Float32Array) => dotProducts(vector, components)
}
