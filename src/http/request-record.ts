/** What may be told of a request: nothing that its sender wrote, and nothing of who sent it. */
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'

export interface RequestName {
  /** Made here, at random; also in the reply, as `X-Request-Id`. What a caller sends under this name is not read. */
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

export const isGone = (c: Context): boolean => c.req.raw.signal.aborted

/** Names each request, and tells of it once its reply is made. */
export function recordRequests(onRequest: (record: RequestRecord) => void): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now()
    const { signal } = c.req.raw
    c.set('requestId', crypto.randomUUID())
    c.header('X-Request-Id', c.get('requestId'))
    await next()
    const tell = (reached: number) => {
      const status = signal.aborted ? CLIENT_GONE : reached
      const ms = Math.round((performance.now() - started) * 10) / 10
      onRequest({ ...nameOf(c), status, ms, counts: c.get('counts') ?? {} })
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
