import type { Engine } from '../core/answer/reply.ts'
import { createStartup, type Startup } from '../http/startup.ts'

/** A Worker reads nothing before its first request, so that one begins the loading, which all others share. */
export interface LazyStartup extends Startup {
  /**
   * Begins to load where nothing is loaded or loading.
   * @param keepAlive keeps the Worker at it where the client goes before it is done
   */
  begin(keepAlive: (loading: Promise<unknown>) => void): void
}

interface LazyOptions {
  readonly load: () => Promise<Engine>
  /** Is told of each failed attempt. */
  readonly onFault: (error: unknown) => void
  /** Milliseconds since some fixed moment. */
  readonly now?: () => number
}

/** Milliseconds before a failed or a hanging attempt is given up for another: assets may come back. */
const RETRY_AFTER = 5_000
const GIVE_UP_AFTER = 30_000

export function createLazyStartup({ load, onFault, now = Date.now }: LazyOptions): LazyStartup {
  let attempt: { readonly startup: Startup; readonly begun: number; failed: boolean } | undefined
  const isOver = () => {
    if (!attempt) return true
    if (attempt.startup.current()) return false
    return now() - attempt.begun >= (attempt.failed ? RETRY_AFTER : GIVE_UP_AFTER)
  }
  return {
    begin(keepAlive) {
      if (!isOver()) return
      const loading = load()
      const own = { startup: createStartup(loading), begun: now(), failed: false }
      attempt = own
      const settled = loading.catch((error) => {
        own.failed = true
        onFault(error)
      })
      keepAlive(settled)
    },
    current: () => attempt?.startup.current() ?? null,
    wait: async (milliseconds) => attempt?.startup.wait(milliseconds) ?? null,
  }
}
