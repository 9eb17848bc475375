/** What may be kept by caches: the sources and the stylesheet, never a reply to a message. */
import type { MiddlewareHandler } from 'hono'
import { every } from 'hono/combine'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'

/** A browser reads a 304 of another origin only with these, and each reply has its id. */
const ALSO_ON_304 = ['access-control-allow-origin', 'access-control-expose-headers', 'x-request-id']

/**
 * Names the content of a reply in `ETag`, and answers 304 without a body where the caller has it already.
 * @param cacheControl of replies with status 200 and 304; `no-cache` lets caches keep a reply but ask before each use,
 * so that what an operator takes out is gone at once
 */
export function revalidate(cacheControl: string): MiddlewareHandler {
  const control: MiddlewareHandler = async (c, next) => {
    await next()
    if (c.res.status === 200) c.header('Cache-Control', cacheControl)
  }
  return every(etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...ALSO_ON_304] }), control)
}

/** For the `responses` of a route. */
export const notModified = { 304: { description: 'The caller has it already: the ETag is one of its If-None-Match' } }
