import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import hnswlib from 'hnswlib-node'
import { readFloats } from './float-files.ts'
import { ARGUMENTS, DOCUMENTS, GRAPH, VECTORS } from './graph-files.ts'

/**
 * Links that a vector keeps, and candidates among which they are chosen (M and efConstruction of Malkov and Yashunin
 * 2018): those of LangChain's store.
 */
const LINKS = 16
const CHOSEN_AMONG = 200

/**
 * Builds the graph of a folder's vectors, in the files that LangChain's HNSWLib loads. LangChain itself is left out: it
 * takes longer to load than most graphs to build. The product of unit vectors is their cosine; a vector's place is its
 * label in the graph. The same vectors in the same order give the same files.
 */
export async function writeGraph(folder: string, dimensions: number): Promise<void> {
  const values = await readFloats(join(folder, VECTORS))
  const size = values.length / dimensions
  const space = 'ip'
  const graph = new hnswlib.HierarchicalNSW(space, dimensions)
  graph.initIndex(size, LINKS, CHOSEN_AMONG)
  for (let place = 0; place < size; place++) {
    graph.addPoint(Array.from(values.subarray(place * dimensions, (place + 1) * dimensions)), place)
  }
  await graph.writeIndex(join(folder, GRAPH))
  await writeFile(join(folder, ARGUMENTS), JSON.stringify({ space, numDimensions: dimensions }))
  // Neighbours are told by their places: there are no documents to look up.
  await writeFile(join(folder, DOCUMENTS), '[]')
}
