import { sha256 } from '../model/model-files.ts'
import { placesIn, type SharedTexts, type Shares } from '../shares.ts'

/** Rows from which on one graph holds them all: to search eight large ones takes several times as long (docs/RESULTS.md). */
export const MANY_ROWS = 50_000

/** How rows are shared out to graphs: as all that is made of them, or, where there are many, to a single one. */
export function toGraphShares(shares: Shares, many: number): Shares {
  if (shares.ofRow.length < many) return shares
  const name = sha256(shares.names.join(' ')).slice(0, 16)
  return { names: [name], ofRow: new Uint8Array(shares.ofRow.length) }
}

export function toGraphTexts(shared: SharedTexts, many: number): SharedTexts {
  if (shared.ofRow.length < many) return shared
  const places = placesIn(shared)
  const textOf = (share: number, row: number) => shared.texts[share]?.[places[row] as number] as string
  return { ...toGraphShares(shared, many), texts: [Array.from(shared.ofRow, textOf)] }
}
