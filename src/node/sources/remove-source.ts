import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupError } from '../setup-error.ts'
import { changeFiles, filesOf, placeForRemoved, putAway } from './files.ts'
import { checkId } from './source-id.ts'

export interface Removed {
  /** Paths in the corpus folder. */
  readonly files: readonly string[]
  /** Where they went, in the corpus folder; null when they are gone for good. */
  readonly to: string | null
}

/**
 * Takes a source, its reader questions and its original out of the corpus.
 * @param forever deletes them, and older ones that it replaced, instead of putting them away
 * @throws SetupError if there is no such source
 */
export async function removeSource(corpus: string, id: string, forever = false): Promise<Removed> {
  const files = await sourceFiles(corpus, id)
  const to = await placeForRemoved(corpus, id)
  // In one go first: a source without its questions, or the reverse, would be a fault.
  await changeFiles(
    corpus,
    files.toReversed().map((name) => [name, join(to, name)]),
    [],
  )
  if (forever) await Promise.all((await putAway(corpus, id)).map((path) => rm(join(corpus, path), { recursive: true })))
  return { files, to: forever ? null : to }
}

/** @throws SetupError if there is no such source */
export async function sourceFiles(corpus: string, id: string): Promise<string[]> {
  const files = await filesOf(corpus, checkId(id))
  if (files.length === 0) throw new SetupError(`There is no source ${id} in ${corpus}. See: npm run list`)
  return files
}
