import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Gap } from '../core/answer/gap.ts'
import type { Engine } from '../core/answer/reply.ts'
import { createApp } from '../http/app.ts'
import { createStartup } from '../http/startup.ts'
import { clientAddress } from './client-address.ts'
import { followConnections } from './connections.ts'
import { listen } from './listen.ts'
import { createLog, type Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Settings } from './settings.ts'
import { readWidget } from './widget-file.ts'

export interface RunningServer {
  readonly url: string
  /**
   * Takes no new connections, ends those without an open request at once, lets open requests finish for at most GRACE,
   * then resolves.
   */
  stop(): Promise<void>
}

/** Milliseconds that open requests get to finish: as many as may wait, on a slow machine. */
const GRACE = 20_000
const SWEEP = 50

type ServerSettings = Pick<
  Settings,
  | 'port'
  | 'host'
  | 'allowedOrigins'
  | 'country'
  | 'rateLimit'
  | 'trustProxy'
  | 'keyPolicy'
  | 'hostTexts'
  | 'theme'
  | 'log'
>

/** In milliseconds. */
interface Timeouts {
  /** From the start of a connection, or of a further request on it, to the end of the headers. */
  readonly headers: number
  /** The same to the end of the body. */
  readonly request: number
  /** How long a connection stays open without a request. */
  readonly keepAlive: number
  /** How often the first two are looked at. */
  readonly check: number
}

/**
 * Half a megabyte takes half a minute over a slow telephone line of 17 kB/s. Proxies that keep a connection expect the
 * server to keep it longer than they do, which is a minute in most of them.
 */
const TIMEOUTS: Timeouts = { headers: 10_000, request: 30_000, keepAlive: 65_000, check: 1_000 }

interface ServerOptions {
  readonly log?: Log
  readonly timeouts?: Timeouts
  /** Is told of questions without an answer. */
  readonly onGap?: (gap: Gap) => void
  /** Count what the server does. */
  readonly metrics?: Metrics
}

/**
 * Listens at once; requests wait for the engine to load.
 * @throws SetupError if the port is taken or may not be used
 */
export async function startServer(
  settings: ServerSettings,
  loading: Promise<Engine>,
  { log = createLog(settings.log), timeouts = TIMEOUTS, metrics, onGap }: ServerOptions = {},
): Promise<RunningServer> {
  const { port, host, allowedOrigins, country, rateLimit, trustProxy, keyPolicy } = settings
  const app = createApp({
    startup: createStartup(loading),
    ...(await readWidget()),
    allowedOrigins,
    defaultCountry: country,
    hostTexts: settings.hostTexts,
    theme: settings.theme,
    onRequest: log.request,
    onError: log.failure,
    ...(metrics ? { observer: metrics.observer, middleware: metrics.middleware } : {}),
    ...(onGap ? { onGap } : {}),
    keyPolicy,
    rateLimit: { requestsPerMinute: rateLimit === 0 ? null : rateLimit, clientOf: clientBehind(trustProxy) },
  })
  const serverOptions = {
    headersTimeout: timeouts.headers,
    requestTimeout: timeouts.request,
    keepAliveTimeout: timeouts.keepAlive,
    connectionsCheckingInterval: timeouts.check,
  }
  const names = { port: 'PORT', host: 'HOST' }
  const { server, url } = await listen(app.fetch, { port, host, names }, serverOptions)
  if (!('closeIdleConnections' in server)) throw new Error('This server speaks HTTP/1.')
  const connections = followConnections(server)
  log.started(url)
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), GRACE)
        const close = () => {
          server.closeIdleConnections()
          connections.closeQuiet()
        }
        // A connection that is kept alive becomes idle when its open request is answered.
        const sweep = setInterval(close, SWEEP)
        server.close(() => {
          clearTimeout(cut)
          clearInterval(sweep)
          log.stopped()
          resolve()
        })
        close()
      }),
  }
}

function clientBehind(trustedProxies: number) {
  return (c: Context) => {
    const connection = { peer: getConnInfo(c).remote.address ?? '', forwardedFor: c.req.header('X-Forwarded-For') }
    return clientAddress(connection, trustedProxies)
  }
}
