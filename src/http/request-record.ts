/** What may be told of a request: nothing that its sender wrote, and nothing of who sent it. */
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'

export interface RequestName {
  /** Also in the reply, as `X-Request-Id`: made here, at random, unless the caller sent one that can't hold words. */
  readonly id: string
  /** One of HTTP's own, or `other`. */
  readonly method: string
  /** The pattern that fits the address, such as `/sources/:id`, or `none`; never the address itself. */
  readonly route: string
}

export interface RequestRecord extends RequestName {
  /** That of the reply, of the error that an event stream ended with, or 499 where the client went before it. */
  readonly status: number
  /** From the headers of the request to the reply, or to the end of an event stream, in milliseconds. */
  readonly ms: number
  /** Name of the API key that came with it. */
  readonly key?: string
  /** How many things the reply brings, where it counts any. */
  readonly counts: Readonly<Record<string, number>>
}

declare module 'hono' {
  interface ContextVariableMap {
    requestId: string
    counts: RequestRecord['counts']
    /** Of a reply that is sent piece by piece: the status that it comes to, once it has ended. Never rejects. */
    streamed: Promise<number>
  }
}

/** As nginx has it; no reply carries it. */
const CLIENT_GONE = 499
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'])

/** UUIDs and the hexadecimal ids of tracing tools (W3C Trace Context has 32 digits). Others could spell what a reader wrote. */
const ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,64})$/i

const idFrom = (header: string | undefined): string | null => (header && ID.test(header) ? header.toLowerCase() : null)

export const isGone = (c: Context): boolean => c.req.raw.signal.aborted

/** Names each request, and tells of it once its reply is made. */
export function recordRequests(onRequest: (record: RequestRecord) => void): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now()
    const { signal } = c.req.raw
    c.set('requestId', idFrom(c.req.header('X-Request-Id')) ?? crypto.randomUUID())
    c.header('X-Request-Id', c.get('requestId'))
    await next()
    const tell = (reached: number) => {
      const status = signal.aborted ? CLIENT_GONE : reached
      const ms = Math.round((performance.now() - started) * 10) / 10
      const key = c.get('apiKey')?.name
      onRequest({ ...nameOf(c), ...(key ? { key } : {}), status, ms, counts: c.get('counts') ?? {} })
    }
    const streamed = c.get('streamed')
    if (streamed) void streamed.then(tell)
    else tell(c.res.status)
  }
}

export function nameOf(c: Context): RequestName {
  const { method } = c.req
  // Middleware stands on every address; what is left is the route itself.
  const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))
  return {
    id: c.get('requestId'),
    method: METHODS.has(method) ? method : 'other',
    route: route?.path ?? 'none',
  }
}
