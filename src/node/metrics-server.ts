import { listen } from './listen.ts'
import type { Metrics } from './metrics.ts'
import type { Settings } from './settings.ts'

/** Where `/metrics` is served. */
export interface MetricsServer {
  readonly url: string
  stop(): Promise<void>
}

const NAMES = { port: 'QUOTEWELL_METRICS_PORT', host: 'QUOTEWELL_METRICS_HOST' }

/**
 * On a port of its own, so that whoever may ask questions doesn't read the figures.
 * @throws SetupError if the port is taken or may not be used
 */
export async function startMetricsServer(
  place: NonNullable<Settings['metrics']>,
  { page }: Metrics,
): Promise<MetricsServer> {
  const { server, url } = await listen(page.fetch, { ...place, names: NAMES })
  return {
    url: `${url}/metrics`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
