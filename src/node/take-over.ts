import { access, copyFile, link, mkdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Paths in the folder of a part of an index. */
export interface WrittenFiles {
  readonly files: readonly string[]
  /** Those of them that are the very files of the older index. */
  readonly kept: readonly string[]
}

/**
 * Puts the files of an older folder into another one, shared, not copied, where the file system can.
 * @returns false if one is missing; nothing is there then
 */
export async function takeOver(older: string, target: string, names: readonly string[]): Promise<boolean> {
  try {
    for (const name of names) await access(join(older, name))
  } catch {
    return false
  }
  await mkdir(target, { recursive: true })
  for (const name of names) {
    const [from, to] = [join(older, name), join(target, name)]
    await link(from, to).catch(() => copyFile(from, to))
  }
  return true
}
