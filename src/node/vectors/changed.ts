import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CHANGED } from './graph-files.ts'

/** How many places of a reduced graph have been changed since it was built. */
export const readChanged = async (folder: string): Promise<number> =>
  JSON.parse(await readFile(join(folder, CHANGED), 'utf8'))

export const writeChanged = (folder: string, count: number): Promise<void> =>
  writeFile(join(folder, CHANGED), JSON.stringify(count))
