import { join } from 'node:path'
import type { PackedTokens } from '../core/retrieval/token-vectors.ts'
import { type WrittenFiles, writeShareFolders } from './share-folders.ts'
import { placesIn, type SharedTexts, type Shares } from './shares.ts'
import { type OpenTokens, openTokenRows, openTokens, type StoredRows, TOKEN_FILES, writeTokens } from './token-files.ts'

/** Bytes of token vectors that are kept in memory; more are read from the files for each question, 160 rows in 0.29 instead of 0.17 ms. */
const IN_MEMORY = 2 ** 28

/**
 * Writes the token vectors of all rows, share by share and row by row, so that of all their bytes only a few are in memory.
 * @param tokensOf the same text has the same tokens
 */
export function writeTokenShares(
  folder: string,
  shared: SharedTexts,
  tokensOf: (text: string) => PackedTokens,
  older: string | null = null,
): Promise<WrittenFiles> {
  const write = (target: string, texts: readonly string[]) => writeTokens(target, eachOf(texts, tokensOf))
  return writeShareFolders(folder, shared, TOKEN_FILES, older, write)
}

function* eachOf(texts: readonly string[], tokensOf: (text: string) => PackedTokens): Iterable<PackedTokens> {
  for (const text of texts) yield tokensOf(text)
}

/** @param inMemory bytes up to which all of them are read at once */
export async function openTokenShares(
  folder: string,
  shares: Shares,
  dimensions: number,
  inMemory = IN_MEMORY,
): Promise<OpenTokens> {
  const { parts, partOf, placeOf, close } = await openParts(folder, shares, (path) => openTokens(path, dimensions))
  const size = shares.ofRow.length
  const starts = new Uint32Array(size + 1)
  for (let row = 0; row < size; row++) {
    const { starts: own } = partOf(row).tokens
    starts[row + 1] = (starts[row] as number) + (own[placeOf(row) + 1] as number) - (own[placeOf(row)] as number)
  }
  const count = starts.at(-1) as number
  const scales = new Float32Array(count)
  for (let row = 0; row < size; row++) {
    const { starts: own, scales: values } = partOf(row).tokens
    scales.set(values.subarray(own[placeOf(row)], own[placeOf(row) + 1]), starts[row])
  }
  const frequencies = addUp(shares.names.flatMap((name) => parts.get(name)?.tokens.frequencies ?? []))
  const copyRow = (row: number, target: Uint8Array, at: number) =>
    partOf(row).tokens.copyRow?.(placeOf(row), target, at)
  const tokens = { dimensions, starts, scales, frequencies }
  if (count * dimensions > inMemory) return { tokens: { ...tokens, bytes: new Uint8Array(0), copyRow }, close }

  const bytes = new Uint8Array(count * dimensions)
  for (let row = 0; row < size; row++) copyRow(row, bytes, (starts[row] as number) * dimensions)
  close()
  return { tokens: { ...tokens, bytes }, close: () => {} }
}

/** The rows as they were written, for a build that takes over those of a share that has changed. */
export async function openTokenShareRows(folder: string, shares: Shares, dimensions: number): Promise<StoredRows> {
  const { partOf, placeOf, close } = await openParts(folder, shares, (path) => openTokenRows(path, dimensions))
  return { row: (row) => partOf(row).row(placeOf(row)), close }
}

async function openParts<Part extends { close(): void }>(
  folder: string,
  shares: Shares,
  open: (folder: string) => Promise<Part>,
) {
  const parts = new Map<string, Part>()
  for (const name of new Set(shares.names)) if (name !== '') parts.set(name, await open(join(folder, name)))
  const places = placesIn(shares)
  return {
    parts,
    partOf: (row: number) => parts.get(shares.names[shares.ofRow[row] as number] as string) as Part,
    placeOf: (row: number) => places[row] as number,
    close() {
      for (const part of parts.values()) part.close()
    },
  }
}

function addUp(counts: readonly Uint32Array[]): Uint32Array {
  const sums = new Uint32Array(Math.max(0, ...counts.map(({ length }) => length)))
  for (const some of counts) for (const [piece, count] of some.entries()) sums[piece] = (sums[piece] as number) + count
  return sums
}
