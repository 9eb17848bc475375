import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Originals of the sources, as they came. */
export const ORIGINALS = 'original'
/** What was removed or replaced. `readCorpus` looks into no sub-folder, so nothing here is ever quoted. */
const REMOVED = '.removed'

/** What people write for a source: `<id>.questions.yaml`, `<id>.glossary.yaml`. */
export const BESIDE = ['questions', 'glossary'] as const

/** Files of one source by their path in the corpus folder; the source itself, which counts, last. */
export async function filesOf(corpus: string, id: string): Promise<string[]> {
  const originals = await readdir(join(corpus, ORIGINALS)).catch((): string[] => [])
  const beside = await readdir(corpus).catch((): string[] => [])
  return [
    ...originals.filter((name) => name.startsWith(`${id}.`)).map((name) => join(ORIGINALS, name)),
    ...beside.filter((name) => BESIDE.some((kind) => name === `${id}.${kind}.yaml`)),
    ...beside.filter((name) => name === `${id}.md` || name === `${id}.markdown`),
  ]
}

/** A step that can be taken back. */
interface Step {
  readonly undo: () => Promise<unknown>
}

/**
 * Moves and writes files of a folder: all, or after a failure none. New files are written whole beside their place
 * first, so that whoever reads finds each one whole or not at all.
 * @param moves from and to, in the folder
 * @param writes content by path in the folder; the last one comes last
 */
export async function changeFiles(
  folder: string,
  moves: readonly (readonly [from: string, to: string])[],
  writes: readonly (readonly [path: string, content: string | Uint8Array])[],
): Promise<void> {
  const side = join(folder, `.adding-${randomUUID()}`)
  const done: Step[] = []
  try {
    await mkdir(side, { recursive: true })
    for (const [at, [, content]] of writes.entries()) await writeFile(join(side, `${at}`), content, { flush: true })
    for (const [from, to] of moves) {
      await mkdir(dirname(join(folder, to)), { recursive: true })
      await rename(join(folder, from), join(folder, to))
      done.push({ undo: () => rename(join(folder, to), join(folder, from)) })
    }
    for (const [at, [path]] of writes.entries()) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await rename(join(side, `${at}`), join(folder, path))
      done.push({ undo: () => rm(join(folder, path)) })
    }
  } catch (error) {
    for (const { undo } of done.reverse()) await undo()
    throw error
  } finally {
    await rm(side, { recursive: true, force: true })
  }
}

/** Folders under `.removed` with what was a source of this id. */
export async function putAway(corpus: string, id: string): Promise<string[]> {
  const names = await readdir(join(corpus, REMOVED)).catch((): string[] => [])
  return names.filter((name) => name === id || name.startsWith(`${id}.`)).map((name) => join(REMOVED, name))
}

/** A folder under `.removed` that is not there yet. */
export async function placeForRemoved(corpus: string, id: string): Promise<string> {
  const taken = new Set(await putAway(corpus, id))
  let place = join(REMOVED, id)
  for (let at = 2; taken.has(place); at += 1) place = join(REMOVED, `${id}.${at}`)
  return place
}
