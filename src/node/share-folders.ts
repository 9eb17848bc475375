import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SharedTexts } from './shares.ts'

/** Paths in a folder that has a folder for each share. */
export interface WrittenFiles {
  readonly files: readonly string[]
  /** Those of them that are the very files of the older index. */
  readonly kept: readonly string[]
}

/**
 * Makes a folder for each share: what an older build has of it is shared with that, not copied, where the file system
 * can; else `write` fills it.
 * @param names of the files in the folder of a share
 * @param older a folder of the same making, by the same model
 */
export async function writeShareFolders(
  folder: string,
  { names: shares, texts }: SharedTexts,
  names: readonly string[],
  older: string | null,
  write: (folder: string, texts: readonly string[]) => Promise<void>,
): Promise<WrittenFiles> {
  const [files, kept]: [string[], string[]] = [[], []]
  for (const [at, share] of shares.entries()) {
    if (share === '' || shares.indexOf(share) < at) continue
    const target = join(folder, share)
    const paths = names.map((name) => `${share}/${name}`)
    mkdirSync(target, { recursive: true })
    if (older !== null && takeOver(join(older, share), target, names)) kept.push(...paths)
    else await write(target, texts[at] ?? [])
    files.push(...paths)
  }
  return { files, kept }
}

/** At once: whatever else the process is at would otherwise have a turn between any two of a hundred files. */
function takeOver(older: string, target: string, names: readonly string[]): boolean {
  if (!names.every((name) => existsSync(join(older, name)))) return false
  for (const name of names) {
    const [from, to] = [join(older, name), join(target, name)]
    try {
      linkSync(from, to)
    } catch {
      copyFileSync(from, to)
    }
  }
  return true
}
