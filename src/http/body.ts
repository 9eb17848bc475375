/** What may come in as a request body. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { MAX_BODY_KIB, problem } from './problem.ts'

/** Refuses larger bodies, with or without a `Content-Length`, before more than the limit is held in memory. */
export const limitBody: MiddlewareHandler = bodyLimit({
  maxSize: MAX_BODY_KIB * 1024,
  onError: (c) => problem(c, 'body-too-large'),
})

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
