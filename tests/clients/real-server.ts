import { expect } from 'vitest'
import type { Engine } from '../../src/core/answer/reply.ts'
import type { RequestRecord } from '../../src/http/request-record.ts'
import { createLog } from '../../src/node/log.ts'
import { openEngine } from '../../src/node/open-engine.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { silent } from '../../src/node/progress.ts'
import { startServer } from '../../src/node/server.ts'
import { readSettings } from '../../src/node/settings.ts'
import { shortCorpus } from '../hostile/real-app.ts'
import type { useTempFolders } from '../node/temp-folders.ts'

/** Long enough to embed the short corpus on a busy machine. */
export const BUILD_PATIENCE = 120_000

/** How long to wait for what the server does by itself. */
export const PATIENCE = { timeout: 20_000, interval: 10 }

/** What the short corpus has a reader question for, what no source tells, and what is an emergency. */
export const ANSWERED = 'How rare is mesenchymal chondrosarcoma?'
export const UNANSWERED = 'What is the capital of Mongolia?'
export const EMERGENCY = 'I have crushing chest pain and I am sweating'

export async function makeRealFolders(makeFolder: ReturnType<typeof useTempFolders>) {
  return { corpus: await makeFolder(await shortCorpus()), index: `${await makeFolder()}/index`, model: DEFAULT_MODEL }
}

/** The real parts over the real sources. */
export async function openRealEngine(makeFolder: ReturnType<typeof useTempFolders>): Promise<Engine> {
  return openEngine(await makeRealFolders(makeFolder), silent)
}

/** The server that `npm start` runs, at a free port. Unexpected errors fail the test that asks for them at its end. */
export async function startRealServer(loading: Promise<Engine>, variables: Readonly<Record<string, string>> = {}) {
  const failures: unknown[] = []
  const records: RequestRecord[] = []
  const log = {
    ...createLog('silent'),
    failure: (error: unknown) => failures.push(error),
    request: (record: RequestRecord) => records.push(record),
  }
  const server = await startServer(readSettings({ PORT: '0', ...variables }), loading, { log })
  return {
    ...server,
    /** One for each reply, as it is made. */
    records,
    async stop() {
      await server.stop()
      expect(failures).toEqual([])
    },
  }
}
