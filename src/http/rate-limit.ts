/** How many requests one client may send in a minute. */
import type { Context, MiddlewareHandler } from 'hono'
import { rateLimiter } from 'hono-rate-limiter'
import { createClientCounts } from './client-counts.ts'

export interface RateLimit {
  /** For each client without a key; null for no limit. Whoever has a key has the limit of the key. */
  readonly requestsPerMinute: number | null
  /** What tells clients apart, such as the address of the connection. Kept for two minutes at most, in memory only. */
  readonly clientOf: (c: Context) => string
}

/** The reply to whoever is over the limit. It reads no body: that should cost as little as possible. */
type Refuse = (c: Context) => Response | Promise<Response>

const MINUTE = 60_000
/** A minute's clients of a busy server; 10 MB of memory. */
const MAX_CLIENTS = 50_000

/** Counts API calls and questions asked on the page; further ones get 429 with `Retry-After` and `RateLimit` headers. */
export function limitRate({ requestsPerMinute, clientOf }: RateLimit, refuse: Refuse): MiddlewareHandler {
  const limitOf = (c: Context) => {
    const key = c.get('apiKey')
    return key ? key.requestsPerMinute : requestsPerMinute
  }
  return rateLimiter({
    windowMs: MINUTE,
    limit: (c) => limitOf(c) ?? 0,
    standardHeaders: 'draft-7',
    keyGenerator: (c) => (c.get('apiKey') ? `key ${c.get('apiKey').name}` : clientOf(c)),
    store: createClientCounts({ window: MINUTE, capacity: MAX_CLIENTS }),
    skip: (c) => c.req.method !== 'POST' || limitOf(c) === null,
    handler: refuse,
  })
}

/** A counter that the host keeps, such as Cloudflare's rate limiting binding. */
export interface HostCounter {
  limit(client: { readonly key: string }): Promise<{ readonly success: boolean }>
}

export interface HostRateLimit extends Pick<RateLimit, 'clientOf'> {
  readonly counter: HostCounter
  /** Seconds after which the host counts anew. */
  readonly period: number
}

/** The same with the host's counts, which tell no more than whether the limit is reached. */
export function limitRateByHost({ counter, clientOf, period }: HostRateLimit, refuse: Refuse): MiddlewareHandler {
  return rateLimiter({
    binding: counter,
    keyGenerator: clientOf,
    skip: (c) => c.req.method !== 'POST',
    handler: (c) => {
      c.header('Retry-After', String(period))
      return refuse(c)
    },
  })
}
