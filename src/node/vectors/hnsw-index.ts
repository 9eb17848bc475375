import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Neighbour, VectorIndex } from '../../core/ports.ts'
import { readFloats } from '../float-files.ts'
import { type WrittenFiles, writeShareFolders } from '../share-folders.ts'
import type { SharedTexts, Shares } from '../shares.ts'
import { countCandidates } from './candidates.ts'
import { placeVectors } from './distinct-vectors.ts'
import { makeGraphs } from './graph-builds.ts'
import { GRAPH_FILES, type GraphKind, ROWS, VECTORS } from './graph-files.ts'
import { MANY_ROWS, toGraphShares, toGraphTexts } from './graph-shares.ts'
import type { Graph } from './hnsw-graph.ts'
import type { GraphToMake } from './make-graph.ts'
import { isFew, type OlderGraph, openOlderGraph, toVectors } from './older-graph.ts'
import { foldersOf, groupRows, readPlaces } from './row-places.ts'

export interface HnswIndex extends VectorIndex {
  /** Frees the graphs, whose memory the garbage collector doesn't see. Nothing may be asked afterwards. */
  close(): void
}

/**
 * Writes a graph for each share of the rows: graphs are built on all cores, and a changed source means one to build
 * again; of many rows a single one, which is changed where not too much is new. Equal vectors stand in a graph once;
 * `rows.u32` beside it holds the place of each row's.
 * @param vectorOf of unit length; the same text has the same vector
 * @param older folder of an index by the same model whose graphs may be taken over
 * @param many rows from which on there is a single, reduced graph
 */
export async function writeHnswIndex(
  folder: string,
  shared: SharedTexts,
  vectorOf: (text: string) => Float32Array,
  dimensions: number,
  older: string | null = null,
  many = MANY_ROWS,
): Promise<WrittenFiles> {
  const fresh: GraphToMake[] = []
  const kind = kindOf(shared, many)
  const toShare = toGraphTexts(shared, many)
  const written = await writeShareFolders(folder, toShare, GRAPH_FILES[kind], older, async (target, texts) => {
    const graph = kind === 'reduced' ? await openOlderGraph(older, dimensions) : null
    fresh.push({ folder: target, kind, ...(await writeVectors(target, texts.map(vectorOf), dimensions, graph)) })
  })
  await makeGraphs(fresh, dimensions)
  return written
}

/** Writes what a graph is made of. */
async function writeVectors(
  folder: string,
  wanted: readonly Float32Array[],
  dimensions: number,
  older: OlderGraph | null,
): Promise<Pick<GraphToMake, 'size' | 'older'>> {
  const placed = placeVectors(wanted, older?.vectors)
  const isChanged = older !== null && isFew(older, placed.changed)
  const { places, vectors } = isChanged ? placed : placeVectors(wanted)
  await writeFile(join(folder, ROWS), places)
  await writeFile(join(folder, VECTORS), concatenate(vectors, dimensions))
  return { size: vectors.length, ...(isChanged ? { older: older.folder } : {}) }
}

const kindOf = ({ ofRow }: Shares, many: number): GraphKind => (ofRow.length < many ? 'full' : 'reduced')

/** @param many as it was given when the index was written */
export async function loadHnswIndex(
  folder: string,
  shared: Shares,
  dimensions: number,
  many = MANY_ROWS,
): Promise<HnswIndex> {
  const kind = kindOf(shared, many)
  const shares = toGraphShares(shared, many)
  // Who only writes an index goes without LangChain, which takes a while to load.
  const { loadGraph } = await import('./hnsw-graph.ts')
  const loaded = new Map<string, Graph>()
  for (const name of foldersOf(shares)) loaded.set(name, await loadGraph(join(folder, name), kind))
  const { offsets, places } = await readPlaces(folder, shares, (name) => loaded.get(name)?.size ?? 0)
  const rowsAt = groupRows(places)
  const graphs = [...loaded].map(([name, graph]) => ({ graph, offset: offsets.get(name) ?? 0 }))
  const candidatesFor = countCandidates(
    kind,
    graphs.map(({ graph }) => graph.size),
  )

  return {
    size: rowsAt.rows.length,
    async nearest(query, limit) {
      if (query.length !== dimensions) throw new RangeError(`The query has ${query.length} numbers, not ${dimensions}.`)
      if (limit <= 0) return []
      const neighbours: Neighbour[] = []
      const candidates = candidatesFor(limit)
      for (const { graph, offset } of graphs) {
        for (const { place, similarity } of graph.nearest(query, limit, candidates)) {
          for (const row of rowsAt.of(offset + place)) neighbours.push({ row, similarity })
        }
      }
      return neighbours.sort((a, b) => b.similarity - a.similarity || a.row - b.row).slice(0, limit)
    },
    close() {
      for (const { graph } of graphs) graph.close()
    },
  }
}

/** The vectors of all graphs, one after the other, and the place of each row's among them. */
export async function readRowVectors(
  folder: string,
  shared: Shares,
  dimensions: number,
  many = MANY_ROWS,
): Promise<{ vectors: Float32Array[]; places: Uint32Array }> {
  const shares = toGraphShares(shared, many)
  const vectors: Float32Array[] = []
  const sizes = new Map<string, number>()
  for (const name of foldersOf(shares)) {
    const values = await readFloats(join(folder, name, VECTORS))
    sizes.set(name, values.length / dimensions)
    for (const vector of toVectors(values, dimensions)) vectors.push(vector)
  }
  return { vectors, places: (await readPlaces(folder, shares, (name) => sizes.get(name) ?? 0)).places }
}

function concatenate(vectors: readonly Float32Array[], dimensions: number): Uint8Array {
  const values = new Float32Array(vectors.length * dimensions)
  vectors.forEach((vector, place) => {
    if (vector.length !== dimensions) throw new RangeError(`A vector has ${vector.length} numbers, not ${dimensions}.`)
    values.set(vector, place * dimensions)
  })
  return new Uint8Array(values.buffer)
}
