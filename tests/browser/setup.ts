import type { TestProject } from 'vitest/node'
import { hasBrowser } from './chromium.ts'
import { startRealServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the real server over the default corpus, which pages of any origin may call. */
    readonly serverUrl: string
  }
}

/** One real server for all files, since it takes seconds to load; what its tests ask leaves no trace in it. */
export default async (project: TestProject) => {
  if (!hasBrowser) {
    // Browser tests skip themselves where there is no browser; that must not go unseen.
    console.warn('No Chromium at /usr/bin/chromium: the browser tests do not run (apt-get install chromium).')
    return
  }
  const server = await startRealServer({ QUOTEWELL_ALLOWED_ORIGINS: '*' })
  project.provide('serverUrl', server.url)
  return () => server.stop()
}
