import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { INDEX_VERSION, type Manifest, manifestSchema } from '../core/ingest/manifest.ts'
import { IndexError } from './index-error.ts'
import { sha256 } from './model/model-files.ts'

/**
 * An index folder: `manifest.json`, and the folder of files that it names. A new build writes its own folder and then
 * replaces the manifest with one rename, so whoever reads finds the old index or the new one, whole, at every moment.
 */
const MANIFEST = 'manifest.json'
const BUILD = /^build-[0-9a-f]{16}$|^building-(\d+)$/
/** Bytes hashed at a time. */
const CHUNK = 2 ** 20

export type ManifestFacts = Pick<Manifest, 'modelHash' | 'corpusHash' | 'counts' | 'settings'>

/**
 * Makes the folder that a build writes to. What the journal of a build that was killed holds is taken over.
 * @param journal name of its folder in there
 * @throws IndexError if the folder holds something else than an index
 */
export async function openSide(folder: string, journal: string): Promise<string> {
  await makeFolder(folder)
  await refuseForeign(folder)
  const side = join(folder, `building-${process.pid}`)
  const left = await findLeft(folder, journal)
  if (left !== side) {
    await rm(side, { recursive: true, force: true })
    // Another builder may be quicker.
    if (left !== null) await rename(left, side).catch(() => {})
  }
  await mkdir(side, { recursive: true })
  for (const name of await readdir(side)) {
    if (name !== journal) await rm(join(side, name), { recursive: true })
  }
  return side
}

/** The folder with the longest journal of a builder that is no longer alive. */
async function findLeft(folder: string, journal: string): Promise<string | null> {
  let [longest, found] = [0, null as string | null]
  for (const name of await readdir(folder)) {
    const pid = Number(BUILD.exec(name)?.[1])
    if (!(pid === process.pid || (pid > 0 && !isAlive(pid)))) continue
    const size = await sizeOf(join(folder, name, journal))
    if (size > longest) [longest, found] = [size, join(folder, name)]
  }
  return found
}

/** Bytes of the files in a folder; 0 where there is none. */
async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/**
 * Puts the files of a side folder in the place of the older build, which is deleted with all that builders left.
 * @param files as `hashFiles` gives them
 */
export async function swapIn(
  folder: string,
  side: string,
  facts: ManifestFacts,
  files: Manifest['files'],
): Promise<Manifest> {
  const identity = { format: 'quotewell-index', version: INDEX_VERSION, ...facts, files } as const
  const manifest: Manifest = { ...identity, folder: `build-${sha256(JSON.stringify(identity)).slice(0, 16)}` }

  const target = join(folder, manifest.folder)
  if ((await firstFault(target, manifest)) !== null) {
    await rm(target, { recursive: true, force: true })
    await rename(side, target)
  }
  await rm(side, { recursive: true, force: true })
  const draft = `${side}.json`
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`)
  await rename(draft, join(folder, MANIFEST))
  for (const name of await readdir(folder)) {
    if (name !== manifest.folder && isAbandoned(name)) await rm(join(folder, name), { recursive: true, force: true })
  }
  return manifest
}

/** Older builds, and what builders that are no longer alive left behind. */
function isAbandoned(name: string): boolean {
  const match = BUILD.exec(name.replace(/\.json$/, ''))
  return match !== null && (match[1] === undefined || !isAlive(Number(match[1])))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** @throws IndexError */
export async function readManifest(folder: string): Promise<Manifest> {
  let json: unknown
  try {
    json = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new IndexError('torn', `The index in ${folder} is torn: ${MANIFEST}.`)
    throw new IndexError('missing', `There is no index in ${folder}.`)
  }
  const { format, version } = (json ?? {}) as Partial<Manifest>
  if (format !== 'quotewell-index') throw new IndexError('foreign', `${folder} holds no Quotewell index.`)
  if (version !== INDEX_VERSION) {
    throw new IndexError('stale', `The index in ${folder} has format ${version}, this program reads ${INDEX_VERSION}.`)
  }
  const parsed = manifestSchema.safeParse(json)
  if (!parsed.success) throw new IndexError('torn', `The index in ${folder} is torn: ${MANIFEST}.`)
  return parsed.data
}

/** A mistyped --index must not mix an index into somebody's folder, nor delete from it. */
async function refuseForeign(folder: string): Promise<void> {
  const fault = await readManifest(folder).then(
    () => null,
    (error) => (error instanceof IndexError ? error : null),
  )
  if (fault?.fault === 'foreign') throw fault
  const ours = (name: string) =>
    name === MANIFEST || /^(readme\.md|\..*)$/i.test(name) || BUILD.test(name.replace(/\.json$/, ''))
  const other = (await readdir(folder)).find((name) => !ours(name))
  if (fault !== null && other !== undefined) throw new IndexError('foreign', `${folder} holds other files (${other}).`)
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new IndexError('foreign', `${folder} can't be made (${(error as NodeJS.ErrnoException).code}).`)
  }
}

/** The first file that is missing or not as the manifest says; null if all is whole. */
export async function firstFault(files: string, manifest: Manifest): Promise<string | null> {
  for (const [name, hash] of Object.entries(manifest.files)) {
    if ((await hashFile(files, name)) !== hash) return name
  }
  return null
}

/**
 * The sha256 of each file, in the order of the names.
 * @param known hashes of those that are the very files of an older build
 */
export async function hashFiles(
  folder: string,
  names: readonly string[],
  known: Manifest['files'] = {},
): Promise<Manifest['files']> {
  const files: Record<string, string> = {}
  for (const name of names) files[name] = known[name] ?? (await hashFile(folder, name)) ?? ''
  return files
}

async function hashFile(folder: string, name: string): Promise<string | null> {
  const handle = await open(join(folder, name)).catch(() => null)
  if (handle === null) return null
  const hash = createHash('sha256')
  // One piece of memory for all: with a new one for each part of a large file the garbage collector runs through.
  const memory = new Uint8Array(CHUNK)
  try {
    for (;;) {
      const { bytesRead } = await handle.read(memory)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(memory.subarray(0, bytesRead))
    }
  } catch {
    return null
  } finally {
    await handle.close()
  }
}
