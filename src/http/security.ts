/** Which headers every response carries, and who may read it or frame it. */
import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'

/**
 * Strict by default; a route that needs more sets the header itself, and its value stays.
 * @param allowedOrigins only they may put a page into a frame; `*` lets anyone
 * @param options `runsWidget`: the page may load this server's scripts and call this server
 */
export function protect(allowedOrigins: readonly string[], { runsWidget = false } = {}): MiddlewareHandler {
  const framed = allowedOrigins.length > 0
  return secureHeaders({
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      ...(runsWidget ? { scriptSrc: ["'self'"], connectSrc: ["'self'"] } : {}),
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: framed ? [...allowedOrigins] : ["'none'"],
    },
    // The old header can't name origins, so it would forbid what frame-ancestors allows.
    xFrameOptions: framed ? false : 'DENY',
    // Without includeSubDomains: the neighbours of this host are not ours to decide for.
    strictTransportSecurity: 'max-age=15552000',
  })
}

/**
 * Lets pages of other origins call the API, never with credentials: there are none.
 * @param allowedOrigins as browsers send them (`https://example.org`), compared exactly; the single entry `*` is any
 */
export function shareWith(allowedOrigins: readonly string[]): MiddlewareHandler {
  const anyone = allowedOrigins.length === 1 && allowedOrigins[0] === '*'
  const share = cors({
    origin: anyone ? '*' : [...allowedOrigins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['Content-Type', 'Authorization', 'X-API-Key', 'X-Request-Id', 'MCP-Protocol-Version'],
    exposeHeaders: ['ETag', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
    maxAge: 600,
  })
  return async (c, next) => {
    if (c.req.method === 'OPTIONS') return share(c, next)
    await next()
    // Headers that are set before there is a reply make Hono copy the reply, body and all.
    await share(c, async () => {})
  }
}

/** Whatever answers a message may tell what the message was, so no cache keeps it. */
export const neverStore: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.req.method === 'POST') c.header('Cache-Control', 'no-store')
}
