import type { Engine } from '../core/answer/reply.ts'

/** The engine takes seconds to load; the server listens before that. */
export interface Startup {
  /** The engine, or null while it loads and after a failed load. */
  current(): Engine | null
  /** The engine as soon as it is loaded, or null after `milliseconds` or a failed load. Never rejects. */
  wait(milliseconds: number): Promise<Engine | null>
}

/** Header of a reply that the engine was not ready for. */
export const RETRY_SOON = { 'Retry-After': '5' } as const

/** `Startup.wait` with the patience of the app. */
export type Ready = () => Promise<Engine | null>

/** Follows `loading`. A failed load is not reported here: who started it handles its rejection. */
export function createStartup(loading: Promise<Engine>): Startup {
  let engine: Engine | null = null
  const settled = loading.then(
    (loaded) => {
      engine = loaded
      return loaded
    },
    () => null,
  )
  return {
    current: () => engine,
    wait: async (milliseconds) => engine ?? within(milliseconds, settled),
  }
}

/** The timer is stopped once it is not needed, so that a waiting request never keeps a finished process alive. */
async function within<Value>(milliseconds: number, value: Promise<Value>): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  try {
    return await Promise.race([value, timeout])
  } finally {
    clearTimeout(timer)
  }
}
