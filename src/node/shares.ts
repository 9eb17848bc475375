import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { memoise } from '../core/memoise.ts'
import { sha256 } from './model/model-files.ts'

/**
 * The rows of an index, shared out by the source that they are of. What is made of a share stands in a folder with its
 * name, which is made of its texts: a changed source means one share to write again, the others are taken over.
 */
export interface Shares {
  /** Of each share; empty for one without rows, which has no folder. Two with the same texts have the same name. */
  readonly names: readonly string[]
  /** The share of each row. In a share the rows keep their order. */
  readonly ofRow: Uint8Array
}

export interface SharedTexts extends Shares {
  /** Of the rows of each share. */
  readonly texts: readonly (readonly string[])[]
}

const NAMES = 'shares.json'
const OF_ROW = 'shares.u8'
/** In the folder of an index. */
export const SHARE_FILES = [NAMES, OF_ROW]

/** Up to so many rows there is one share: more of them would take longer to search. */
const FEW_ROWS = 9_000
const SHARES = 8

/**
 * @param texts of the rows
 * @param sourceOf what a row is of, whatever its name
 */
export function shareOut(texts: readonly string[], sourceOf: (row: number) => string): SharedTexts {
  const count = texts.length < FEW_ROWS ? 1 : SHARES
  const shareOf = memoise((source: string) => Number.parseInt(sha256(source).slice(0, 8), 16) % count)
  return divide(texts, count, (row) => shareOf(sourceOf(row)))
}

/** @param shareOf of a row, from 0 to `count` - 1 */
export function divide(texts: readonly string[], count: number, shareOf: (row: number) => number): SharedTexts {
  const parts = Array.from({ length: count }, (): string[] => [])
  const ofRow = Uint8Array.from(texts, (text, row) => {
    const share = shareOf(row)
    parts[share]?.push(text)
    return share
  })
  const names = parts.map((part) => (part.length === 0 ? '' : sha256(JSON.stringify(part)).slice(0, 16)))
  return { names, ofRow, texts: parts }
}

/** The place of each row among those of its share. */
export function placesIn({ names, ofRow }: Shares): Uint32Array {
  const next = new Uint32Array(names.length)
  return Uint32Array.from(ofRow, (share) => {
    const place = next[share] as number
    next[share] = place + 1
    return place
  })
}

export async function writeShares(folder: string, { names, ofRow }: Shares): Promise<void> {
  await writeFile(join(folder, NAMES), JSON.stringify(names))
  await writeFile(join(folder, OF_ROW), ofRow)
}

export async function readShares(folder: string): Promise<Shares> {
  const names: string[] = JSON.parse(await readFile(join(folder, NAMES), 'utf8'))
  return { names, ofRow: new Uint8Array(await readFile(join(folder, OF_ROW))) }
}
