import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readFloats } from '../float-files.ts'
import { readChanged } from './changed.ts'
import { isFree } from './distinct-vectors.ts'
import { COMPONENTS, VECTORS } from './graph-files.ts'

/**
 * So much of a graph may change, all in all, before it is built again: its directions are of the vectors that it began
 * with, and to change a vector takes as long as to add four.
 */
const MOST_CHANGED = 0.05

/** A reduced graph of an older index, which can be changed into that of the new one. */
export interface OlderGraph {
  readonly folder: string
  /** At each place. */
  readonly vectors: readonly Float32Array[]
  /** Places that were changed since it was built. */
  readonly changed: number
}

/** @param older folder of the graphs of an index by the same model */
export async function openOlderGraph(older: string | null, dimensions: number): Promise<OlderGraph | null> {
  const names = older === null ? [] : await readdir(older)
  const folder = names.map((name) => join(older ?? '', name)).find((one) => existsSync(join(one, COMPONENTS)))
  if (folder === undefined) return null
  return {
    folder,
    vectors: toVectors(await readFloats(join(folder, VECTORS)), dimensions),
    changed: await readChanged(folder),
  }
}

/** Whether so many changes more are few enough. */
export const isFew = ({ vectors, changed }: OlderGraph, more: number): boolean =>
  changed + more <= MOST_CHANGED * vectors.filter((vector) => !isFree(vector)).length

/** Those that stand one after the other. */
export function toVectors(values: Float32Array, dimensions: number): Float32Array[] {
  return Array.from({ length: values.length / dimensions }, (_, at) =>
    values.subarray(at * dimensions, (at + 1) * dimensions),
  )
}
