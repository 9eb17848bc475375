import { changeGraph } from './change-graph.ts'
import type { GraphKind } from './graph-files.ts'
import { writeGraph } from './write-graph.ts'

export interface GraphToMake {
  /** Holds the vectors, which must be of unit length. */
  readonly folder: string
  /** Number of vectors. */
  readonly size: number
  readonly kind: GraphKind
  /** Folder of an older graph that it is made of; absent where it is built from nothing. */
  readonly older?: string
}

export function makeGraph({ folder, kind, older }: GraphToMake, dimensions: number): Promise<void> {
  return older === undefined ? writeGraph(folder, dimensions, kind) : changeGraph(folder, older, dimensions)
}
