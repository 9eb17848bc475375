import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Neighbour, VectorIndex } from '../core/ports.ts'
import { readFloats, readIntegers } from './float-files.ts'
import { writeGraphs } from './graph-builds.ts'
import { GRAPH_FILES, VECTORS } from './graph-files.ts'
import type { Graph } from './hnsw-graph.ts'
import { sha256 } from './model/model-files.ts'
import { shareOut } from './shares.ts'
import { takeOver, type WrittenFiles } from './take-over.ts'

/**
 * A graph for each share of the rows: a changed source means one graph to build again, and graphs are built on all
 * cores. Equal vectors stand in a graph once. A graph's folder is named by its vectors.
 *
 * `graphs.json` names the folders, `rows.u32` holds the place of each row's vector, counted through all graphs.
 */
const GRAPHS = 'graphs.json'
const ROWS = 'rows.u32'

/**
 * Candidates in the search of each of so many graphs: at least so many, and so many for each row that is asked for.
 * Recall@10 against exact search ≥ 0.99 is held by the contract suite (one graph) and by `npm run bench -- --medquad DIR`
 * (eight).
 */
const CANDIDATES: Readonly<Record<number, { readonly least: number; readonly perRow: number }>> = {
  1: { least: 250, perRow: 2 },
  2: { least: 120, perRow: 2 },
  3: { least: 80, perRow: 1.5 },
  4: { least: 64, perRow: 1.2 },
  5: { least: 56, perRow: 1.2 },
  6: { least: 48, perRow: 1.2 },
  7: { least: 44, perRow: 1.2 },
  8: { least: 40, perRow: 1.2 },
}

/**
 * So many times the square root of a graph's size are searched where that is more: of 129,515 vectors of MedQuAD in eight graphs 48
 * candidates found 0.966 of the nearest ten, 64 0.976, 100 0.985, 128 0.989; of 10,000 in eight graphs 32 found 0.996.
 */
const PER_ROOT_OF_SIZE = 1.2

interface NamedGraphs {
  readonly dimensions: number
  readonly graphs: readonly NamedGraph[]
}

interface NamedGraph {
  readonly name: string
  readonly size: number
}

export interface HnswIndex extends VectorIndex {
  /** Frees the graphs, whose memory the garbage collector doesn't see. Nothing may be asked afterwards. */
  close(): void
}

/**
 * @param vectors one for each row, of unit length
 * @param sourceOf what each row is of, whatever its name; absent: all of one
 * @param older folder of an index whose graphs may be taken over
 */
export async function writeHnswIndex(
  folder: string,
  vectors: readonly Float32Array[],
  dimensions: number,
  sourceOf: (row: number) => string = () => '',
  older: string | null = null,
): Promise<WrittenFiles> {
  await mkdir(folder, { recursive: true })
  const shared = shareOut(vectors.length, sourceOf)
  const shares = Array.from({ length: shared.count }, () => createShare())
  const numbers = vectors.map((vector, row) => {
    const share = shared.of(row)
    return { share, place: (shares[share] as Share).placeOf(vector) }
  })
  const graphs: NamedGraph[] = []
  const fresh: { folder: string; size: number }[] = []
  const kept: string[] = []
  const offsets: number[] = []
  let offset = 0
  for (const { distinct } of shares) {
    offsets.push(offset)
    offset += distinct.length
    if (distinct.length === 0) continue
    const bytes = concatenate(distinct, dimensions)
    const name = sha256(bytes).slice(0, 16)
    const target = join(folder, name)
    graphs.push({ name, size: distinct.length })
    if (older !== null && (await takeOver(join(older, name), target, GRAPH_FILES))) {
      kept.push(...filesOf(name))
      continue
    }
    await mkdir(target, { recursive: true })
    await writeFile(join(target, VECTORS), bytes)
    fresh.push({ folder: target, size: distinct.length })
  }
  await writeFile(join(folder, GRAPHS), JSON.stringify({ dimensions, graphs } satisfies NamedGraphs))
  await writeFile(
    join(folder, ROWS),
    Uint32Array.from(numbers, ({ share, place }) => (offsets[share] as number) + place),
  )
  await writeGraphs(fresh, dimensions)
  return { files: [GRAPHS, ROWS, ...graphs.flatMap(({ name }) => filesOf(name))], kept }
}

const filesOf = (graph: string) => GRAPH_FILES.map((file) => `${graph}/${file}`)

type Share = ReturnType<typeof createShare>

/** Vectors in the order in which they first came. */
function createShare() {
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

export async function loadHnswIndex(folder: string): Promise<HnswIndex> {
  const { dimensions, graphs: named } = await readGraphs(folder)
  const rowsAt = groupRows(await readIntegers(join(folder, ROWS)))
  const { least, perRow } = CANDIDATES[named.length] ?? { least: 250, perRow: 2 }
  const bySize = Math.ceil(PER_ROOT_OF_SIZE * Math.sqrt(Math.max(0, ...named.map(({ size }) => size))))
  let offset = 0
  // Who only writes an index goes without LangChain, which takes a while to load.
  const { loadGraph } = await import('./hnsw-graph.ts')
  const graphs: { graph: Graph; offset: number }[] = []
  for (const { name, size } of named) {
    graphs.push({ graph: await loadGraph(join(folder, name)), offset })
    offset += size
  }

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
export async function readRowVectors(folder: string): Promise<{ vectors: Float32Array[]; places: Uint32Array }> {
  const { dimensions, graphs } = await readGraphs(folder)
  const vectors: Float32Array[] = []
  for (const { name } of graphs) {
    const values = await readFloats(join(folder, name, VECTORS))
    for (let at = 0; at < values.length; at += dimensions) vectors.push(values.subarray(at, at + dimensions))
  }
  return { vectors, places: await readIntegers(join(folder, ROWS)) }
}

async function readGraphs(folder: string): Promise<NamedGraphs> {
  return JSON.parse(await readFile(join(folder, GRAPHS), 'utf8'))
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
