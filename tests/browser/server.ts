import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openEngine } from '../../src/node/open-engine.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { silent } from '../../src/node/progress.ts'
import { type RunningServer, startServer } from '../../src/node/server.ts'
import { readSettings } from '../../src/node/settings.ts'

/** The real server with the real engine, over the default corpus unless told. @param variables as in the environment */
export async function startRealServer(
  variables: Record<string, string> = {},
  folders = { corpus: 'corpus', index: 'index' },
): Promise<RunningServer> {
  const settings = readSettings({ PORT: '0', ...variables })
  return startServer(settings, openEngine({ ...folders, model: DEFAULT_MODEL }, silent))
}

/** A page of somebody else, on another origin. @param port any free one unless told @returns its address and how to end it */
export async function startHost(listener: RequestListener, port = 0): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
