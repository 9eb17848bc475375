import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import hnswlib from 'hnswlib-node'
import { dotProducts } from '../../core/retrieval/dot-product.ts'
import { readFloats } from '../float-files.ts'
import { readChanged, writeChanged } from './changed.ts'
import { isEqual, isFree } from './distinct-vectors.ts'
import { ARGUMENTS, COMPONENTS, DOCUMENTS, GRAPH, VECTORS } from './graph-files.ts'
import { toVectors } from './older-graph.ts'
import { MAKING } from './write-graph.ts'

/**
 * Makes the reduced graph of a folder's vectors out of an older one: what differs is changed in it. Of a vector that is
 * gone nothing stays, neither here nor there.
 * @param older folder of the other graph
 */
export async function changeGraph(folder: string, older: string, dimensions: number): Promise<void> {
  for (const name of [COMPONENTS, ARGUMENTS, DOCUMENTS]) await copyFile(join(older, name), join(folder, name))
  const components = await readFloats(join(folder, COMPONENTS))
  const before = toVectors(await readFloats(join(older, VECTORS)), dimensions)
  const vectors = toVectors(await readFloats(join(folder, VECTORS)), dimensions)
  const graph = new hnswlib.HierarchicalNSW(MAKING.reduced.space, components.length / dimensions)
  await graph.readIndex(join(older, GRAPH))
  graph.resizeIndex(Math.max(vectors.length, before.length))
  let changed = await readChanged(older)
  vectors.forEach((vector, place) => {
    const old = before[place]
    if (old !== undefined && isEqual(vector, old)) return
    changed++
    graph.addPoint(dotProducts(vector, components), place)
    // It has taken the place of what stood there, and is not to be found itself.
    if (isFree(vector)) graph.markDelete(place)
  })
  await graph.writeIndex(join(folder, GRAPH))
  await writeChanged(folder, changed)
}
