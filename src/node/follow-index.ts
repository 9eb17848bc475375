import { watch } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Milliseconds between two looks at a folder whose changes are not told, as on some network and container mounts. */
const POLL = 2_000
/** A manifest comes with a rename; what is told in the same moment is one change. */
const SETTLE = 50

interface FollowOptions {
  /** Called for each new state, one call after the other; must not reject. */
  readonly onChange: () => Promise<void>
  readonly poll?: number
}

/**
 * Calls `onChange` when the manifest of an index folder has changed, or a file that it names: by what the system tells,
 * and by a look every few seconds. Keeps no process alive.
 * @returns ends it
 */
export async function followIndex(folder: string, { onChange, poll = POLL }: FollowOptions): Promise<() => void> {
  let seen = await stateOf(folder)
  let isEnded = false
  let looking = Promise.resolve()
  const look = () => {
    looking = looking.then(async () => {
      const state = await stateOf(folder)
      if (isEnded || state === seen) return
      seen = state
      await onChange()
    })
  }
  let settling: NodeJS.Timeout | undefined
  const lookSoon = () => {
    clearTimeout(settling)
    settling = setTimeout(look, SETTLE).unref()
  }
  const timer = setInterval(look, poll).unref()
  const stopWatching = watchFolder(folder, lookSoon)
  return () => {
    isEnded = true
    clearInterval(timer)
    clearTimeout(settling)
    stopWatching()
  }
}

/** Some systems can't tell; the look every few seconds is enough then. */
function watchFolder(folder: string, onEvent: () => void): () => void {
  try {
    const watcher = watch(folder, { persistent: false }, onEvent)
    watcher.on('error', () => watcher.close())
    return () => watcher.close()
  } catch {
    return () => {}
  }
}

/** Changes when the manifest changes, and when a file that it names comes, goes or is written again. */
async function stateOf(folder: string): Promise<string> {
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '')
  const files = namesIn(manifest).map(async (name) => {
    const facts = await stat(join(folder, name)).catch(() => null)
    return facts ? `${facts.size} ${facts.mtimeMs}` : 'none'
  })
  return [manifest, ...(await Promise.all(files))].join('\n')
}

function namesIn(manifest: string): string[] {
  try {
    const { folder, files } = JSON.parse(manifest)
    return Object.keys(files).map((name) => join(folder, name))
  } catch {
    return []
  }
}
