import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import hnswlib from 'hnswlib-node'
import { dotProducts } from '../../core/retrieval/dot-product.ts'
import { readFloats } from '../float-files.ts'
import { writeChanged } from './changed.ts'
import { ARGUMENTS, COMPONENTS, DOCUMENTS, GRAPH, type GraphKind, VECTORS } from './graph-files.ts'
import { orderForInsertion } from './insertion-order.ts'
import { toVectors } from './older-graph.ts'

/**
 * The space of each kind of graph, the links that a vector keeps, and the candidates among which they are chosen (M and
 * efConstruction of Malkov and Yashunin 2018). The product of unit vectors is their cosine; components of theirs have
 * no length of their own, so that they are compared by distance. The full ones are those of LangChain's store.
 */
export const MAKING = {
  full: { space: 'ip', links: 16, chosenAmong: 200 },
  reduced: { space: 'l2', links: 32, chosenAmong: 180 },
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
  const points = kind === 'full' ? values : await reduce(folder, values, dimensions)
  const numDimensions = points.length / size
  const { space, links, chosenAmong } = MAKING[kind]
  const graph = new hnswlib.HierarchicalNSW(space, numDimensions)
  graph.initIndex(size, links, chosenAmong)
  const order =
    kind === 'full' ? new Uint32Array(size).map((_, place) => place) : orderForInsertion(points, numDimensions)
  for (const [turn, place] of order.entries()) {
    if (turn % AT_ONCE === 0) await pause()
    graph.addPoint(Array.from(points.subarray(place * numDimensions, (place + 1) * numDimensions)), place)
  }
  await graph.writeIndex(join(folder, GRAPH))
  await writeFile(join(folder, ARGUMENTS), JSON.stringify({ space, numDimensions }))
  // Neighbours are told by their places: there are no documents to look up.
  await writeFile(join(folder, DOCUMENTS), '[]')
}

/** @returns the points of a reduced graph, one after the other */
async function reduce(folder: string, values: Float32Array, dimensions: number): Promise<Float32Array> {
  // Only here: most indexes do without.
  const { findComponents } = await import('./components.ts')
  const count = Math.min(COMPONENTS_KEPT, Math.ceil(dimensions / 2))
  const components = findComponents(values, dimensions, count)
  await writeFile(join(folder, COMPONENTS), components)
  await writeChanged(folder, 0)
  const points = new Float32Array((values.length / dimensions) * count)
  toVectors(values, dimensions).forEach((vector, place) => {
    points.set(dotProducts(vector, components), place * count)
  })
  return points
}
