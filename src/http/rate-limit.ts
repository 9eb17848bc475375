/** How many requests one client may send in a minute. */
import type { Context, MiddlewareHandler } from 'hono'
import { rateLimiter } from 'hono-rate-limiter'
import { createClientCounts } from './client-counts.ts'
import { laterPage } from './pages/chat-page.ts'
import { problem } from './problem.ts'

export interface RateLimit {
  readonly requestsPerMinute: number
  /** What tells clients apart, such as the address of the connection. Kept for two minutes at most, in memory only. */
  readonly clientOf: (c: Context) => string
}

const MINUTE = 60_000
/** A minute's clients of a busy server; 10 MB of memory. */
const MAX_CLIENTS = 50_000

/** Counts API calls and questions asked on the page; further ones get 429 with `Retry-After` and `RateLimit` headers. */
export function limitRate({ requestsPerMinute, clientOf }: RateLimit): MiddlewareHandler {
  return rateLimiter({
    windowMs: MINUTE,
    limit: requestsPerMinute,
    standardHeaders: 'draft-7',
    keyGenerator: clientOf,
    store: createClientCounts({ window: MINUTE, capacity: MAX_CLIENTS }),
    skip: (c) => c.req.method !== 'POST',
    // Who asks on the page gets a page. Its body is not read: whoever is over the limit costs as little as possible.
    handler: (c) =>
      c.req.path === '/' ? c.html(laterPage('too-many-requests'), 429) : problem(c, 'too-many-requests'),
  })
}
