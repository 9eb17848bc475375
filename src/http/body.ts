/** What may come in as a request body. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { MAX_BODY_KIB, problem } from './problem.ts'

const MAX_BYTES = MAX_BODY_KIB * 1024

/** Refuses larger bodies, with or without a `Content-Length`, before more than the limit is held in memory. */
export const limitBody: MiddlewareHandler = async (c, next) => {
  const declared = c.req.header('Content-Length')
  if (declared === undefined || c.req.header('Transfer-Encoding') !== undefined) return limitAsItComes(c, next)
  // Hono's own middleware asks for the body first, which makes a stream that nobody reads.
  if (Number(declared) <= MAX_BYTES) return next()
  return problem(c, 'body-too-large')
}

const limitAsItComes = bodyLimit({ maxSize: MAX_BYTES, onError: (c) => problem(c, 'body-too-large') })

/** Refuses every other or missing media type; parameters such as `charset` are ignored. */
export function requireMediaType(
  mediaType: 'application/json' | 'application/x-www-form-urlencoded',
): MiddlewareHandler {
  return async (c, next) => {
    const [essence = ''] = (c.req.header('Content-Type') ?? '').split(';')
    if (essence.trim().toLowerCase() !== mediaType) return problem(c, 'unsupported-media-type')
    await next()
  }
}
