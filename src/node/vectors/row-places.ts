import { join } from 'node:path'
import { readIntegers } from '../float-files.ts'
import { placesIn, type Shares } from '../shares.ts'
import { ROWS } from './graph-files.ts'

export const foldersOf = ({ names }: Shares) => [...new Set(names)].filter((name) => name !== '')

/** Where each graph's vectors begin, and the place of each row's, counted through all graphs. */
export async function readPlaces(folder: string, shares: Shares, sizeOf: (name: string) => number) {
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
export function groupRows(places: Uint32Array) {
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
