import { createEngine } from '../core/answer/engine.ts'
import type { Engine } from '../core/answer/reply.ts'
import type { Manifest } from '../core/ingest/manifest.ts'
import { followIndex } from './follow-index.ts'
import { IndexError } from './index-error.ts'
import { readManifest } from './index-folder.ts'
import { loadIndex } from './index-store.ts'
import { createLiveEngine } from './live-engine.ts'
import { type Folders, openParts } from './open-engine.ts'
import type { Progress } from './progress.ts'
import { warm } from './warm-engine.ts'

export interface IndexNews {
  /** A new index answers, and no answer of the one before is still to come. */
  taken(manifest: Manifest): void
  /** The new index can't be served, so the one before goes on. @param reason one line, with the mending */
  refused(reason: string): void
}

export interface OpenedEngine {
  readonly engine: Engine
  /** Ends the following of the index folder. */
  stop(): void
}

/**
 * An engine as `openEngine` gives it, that takes up each new index of its folder while it answers. The new one is checked
 * and loaded whole beside the old one, which goes on until then and is freed when its last answer is given; for that
 * moment both are in memory. An engine has answered before a reader asks it. The corpus folder is not read again:
 * `npm run index` builds, the server notices.
 * @throws as `openEngine`
 */
export async function openLiveEngine(
  folders: Folders,
  progress: Progress,
  news: IndexNews,
  poll?: number,
): Promise<OpenedEngine> {
  const { embedder, multiplier, wordings, ...first } = await openParts(folders, progress)
  const open = (loaded: typeof first) => warm(createEngine({ ...loaded, embedder, multiplier, wordings }))
  const live = createLiveEngine(await open(first))
  let current = first

  const takeUp = async (manifest: Manifest) => {
    if (manifest.folder === current.manifest.folder) return
    const next = await loadIndex(folders.index, { modelHash: embedder.modelHash })
    const engine = await open(next).catch((error: unknown) => {
      next.close()
      throw error
    })
    const old = current
    current = next
    await live.replace(engine)
    old.close()
    news.taken(next.manifest)
  }
  let told: string | null = null
  const onChange = async () => {
    const named = () => readManifest(folders.index)
    const manifest = await named().catch((error: unknown) => error)
    try {
      if (!isManifest(manifest)) throw manifest
      await takeUp(manifest)
      told = null
    } catch (error) {
      // Whoever builds twice takes away what is being read; the second build is told of, too.
      const now = await named().catch(() => manifest)
      if (isManifest(manifest) && isManifest(now) && now.folder !== manifest.folder) return
      const reason = error instanceof IndexError ? error.message : UNREADABLE
      if (reason !== told) news.refused(reason)
      told = reason
    }
  }
  const stop = await followIndex(folders.index, { onChange, ...(poll === undefined ? {} : { poll }) })
  // What came between the loading and the following.
  await onChange()
  return { engine: live.engine, stop }
}

const UNREADABLE = 'It could not be read. Run `npm run index` to build it.'
const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' && value !== null && 'folder' in value
