import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Neighbour, VectorIndex } from '../core/ports.ts'
import { readFloats, readIntegers } from './float-files.ts'
import { writeGraphs } from './graph-builds.ts'
import { GRAPH_FILES, ROWS, VECTORS } from './graph-files.ts'
import type { Graph } from './hnsw-graph.ts'
import { type WrittenFiles, writeShareFolders } from './share-folders.ts'
import { placesIn, type SharedTexts, type Shares } from './shares.ts'

/**
 * Candidates in the search of each of so many graphs: at least so many, and so many for each row that is asked for.
 * Recall@10 against exact search ≥ 0.99 is held by the contract suite (one graph) and by `npm run bench -- --medquad DIR`
 * (eight).
 */
const CANDIDATES: Readonly<Record<number, { readonly least: number; readonly perRow: number }>> = {
  1: { least: 250, perRow: 2 },
  2: { least: 96, perRow: 1.2 },
  3: { least: 80, perRow: 1.2 },
  4: { least: 64, perRow: 1.2 },
  5: { least: 56, perRow: 1.2 },
  6: { least: 48, perRow: 1.2 },
  7: { least: 44, perRow: 1.2 },
  8: { least: 40, perRow: 1.2 },
}

/**
 * So many times the square root of a graph's size are searched where that is more: of 129,515 vectors of MedQuAD in
 * eight graphs 48 candidates found 0.966 of the nearest ten, 64 0.976, 100 0.985, 128 0.989; of 10,000 in eight graphs
 * 32 found 0.996.
 */
const PER_ROOT_OF_SIZE = 1.2

export interface HnswIndex extends VectorIndex {
  /** Frees the graphs, whose memory the garbage collector doesn't see. Nothing may be asked afterwards. */
  close(): void
}

/**
 * Writes a graph for each share of the rows: graphs are built on all cores, and a changed source means one to build again.
 * Equal vectors stand in a graph once; `rows.u32` beside it holds the place of each row's.
 * @param vectorOf of unit length; the same text has the same vector
 * @param older folder of an index by the same model whose graphs may be taken over
 */
export async function writeHnswIndex(
  folder: string,
  shared: SharedTexts,
  vectorOf: (text: string) => Float32Array,
  dimensions: number,
  older: string | null = null,
): Promise<WrittenFiles> {
  const fresh: { folder: string; size: number }[] = []
  const written = await writeShareFolders(folder, shared, GRAPH_FILES, older, async (target, texts) => {
    const { distinct, placeOf } = createDistinct()
    await writeFile(
      join(target, ROWS),
      Uint32Array.from(texts, (text) => placeOf(vectorOf(text))),
    )
    await writeFile(join(target, VECTORS), concatenate(distinct, dimensions))
    fresh.push({ folder: target, size: distinct.length })
  })
  await writeGraphs(fresh, dimensions)
  return written
}

/** Vectors in the order in which they first came. */
function createDistinct() {
  const distinct: Float32Array[] = []
  const byVector = new Map<Float32Array, number>()
  /** Places of vectors that begin with the same two numbers, which are few. */
  const byStart = new Map<string, number[]>()
  return {
    distinct,
    placeOf(vector: Float32Array): number {
      const known = byVector.get(vector)
      if (known !== undefined) return known
      const key = `${vector[0]} ${vector[1]}`
      const alike = byStart.get(key) ?? []
      const place = alike.find((one) => isEqual(distinct[one] as Float32Array, vector)) ?? distinct.push(vector) - 1
      if (!alike.includes(place)) byStart.set(key, [...alike, place])
      byVector.set(vector, place)
      return place
    },
  }
}

const isEqual = (one: Float32Array, other: Float32Array) =>
  one.length === other.length && one.every((value, at) => value === other[at])

export async function loadHnswIndex(folder: string, shares: Shares, dimensions: number): Promise<HnswIndex> {
  // Who only writes an index goes without LangChain, which takes a while to load.
  const { loadGraph } = await import('./hnsw-graph.ts')
  const loaded = new Map<string, Graph>()
  for (const name of foldersOf(shares)) loaded.set(name, await loadGraph(join(folder, name)))
  const { offsets, places } = await readPlaces(folder, shares, (name) => loaded.get(name)?.size ?? 0)
  const rowsAt = groupRows(places)
  const graphs = [...loaded].map(([name, graph]) => ({ graph, offset: offsets.get(name) ?? 0 }))
  const { least, perRow } = CANDIDATES[graphs.length] ?? { least: 250, perRow: 2 }
  const bySize = Math.ceil(PER_ROOT_OF_SIZE * Math.sqrt(Math.max(0, ...graphs.map(({ graph }) => graph.size))))

  return {
    size: rowsAt.rows.length,
    async nearest(query, limit) {
      if (query.length !== dimensions) throw new RangeError(`The query has ${query.length} numbers, not ${dimensions}.`)
      if (limit <= 0) return []
      const neighbours: Neighbour[] = []
      const numbers = Array.from(query)
      const candidates = Math.max(least, bySize, Math.ceil(perRow * limit))
      for (const { graph, offset } of graphs) {
        for (const { place, similarity } of graph.nearest(numbers, limit, candidates)) {
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
  shares: Shares,
  dimensions: number,
): Promise<{ vectors: Float32Array[]; places: Uint32Array }> {
  const vectors: Float32Array[] = []
  const sizes = new Map<string, number>()
  for (const name of foldersOf(shares)) {
    const values = await readFloats(join(folder, name, VECTORS))
    sizes.set(name, values.length / dimensions)
    for (let at = 0; at < values.length; at += dimensions) vectors.push(values.subarray(at, at + dimensions))
  }
  return { vectors, places: (await readPlaces(folder, shares, (name) => sizes.get(name) ?? 0)).places }
}

const foldersOf = ({ names }: Shares) => [...new Set(names)].filter((name) => name !== '')

/** Where each graph's vectors begin, and the place of each row's, counted through all graphs. */
async function readPlaces(folder: string, shares: Shares, sizeOf: (name: string) => number) {
  const offsets = new Map<string, number>()
  const rows = new Map<string, Uint32Array>()
  let offset = 0
  for (const name of foldersOf(shares)) {
    offsets.set(name, offset)
    offset += sizeOf(name)
    rows.set(name, await readIntegers(join(folder, name, ROWS)))
  }
  const inShare = placesIn(shares)
  const places = Uint32Array.from(shares.ofRow, (share, row) => {
    const name = shares.names[share] as string
    return (offsets.get(name) as number) + (rows.get(name)?.[inShare[row] as number] as number)
  })
  return { offsets, places }
}

/** The rows of each place, in their order. */
function groupRows(places: Uint32Array) {
  const count = places.reduce((most, place) => Math.max(most, place + 1), 0)
  const starts = new Uint32Array(count + 1)
  for (const place of places) starts[place + 1] = (starts[place + 1] as number) + 1
  for (let place = 0; place < count; place++) {
    starts[place + 1] = (starts[place + 1] as number) + (starts[place] as number)
  }
  const next = starts.slice()
  const rows = new Uint32Array(places.length)
  places.forEach((place, row) => {
    rows[next[place] as number] = row
    next[place] = (next[place] as number) + 1
  })
  return { rows, of: (place: number) => rows.subarray(starts[place], starts[place + 1]) }
}

function concatenate(vectors: readonly Float32Array[], dimensions: number): Uint8Array {
  const values = new Float32Array(vectors.length * dimensions)
  vectors.forEach((vector, place) => {
    if (vector.length !== dimensions) throw new RangeError(`A vector has ${vector.length} numbers, not ${dimensions}.`)
    values.set(vector, place * dimensions)
  })
  return new Uint8Array(values.buffer)
}
