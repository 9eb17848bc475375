import { createRoute, type RouteHandler, z } from '@hono/zod-openapi'
import { laterPage } from '../pages/chat-page.ts'
import { spanOf } from '../pages/marker.ts'
import type { Site } from '../pages/site.ts'
import { sourceNotFoundPage, sourcePage } from '../pages/source-page.ts'
import { notModified, revalidate } from '../revalidate.ts'
import { sourceId } from '../schemas/source.ts'
import { RETRY_SOON, type Ready } from '../startup.ts'

/** What is no offset is dropped, not refused: a reader with a broken link still wants the source. */
const lenientOffset = (description: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional()
    .catch(undefined)
    .openapi({ type: 'integer', minimum: 0, description, param: { required: false } })

const html = (description: string) => ({ description, content: { 'text/html': { schema: z.string() } } })

export const sourcePageRoute = createRoute({
  method: 'get',
  path: '/sources/{id}',
  // The address tells which passage somebody looks at, so caches shared with others don't keep it.
  middleware: revalidate('private, no-cache'),
  operationId: 'sourcePage',
  tags: ['Sources'],
  summary: 'A source as a readable page, with a span highlighted and scrolled to',
  description: 'For people. Add `#quote` to the address, so that browsers scroll to the span.',
  request: {
    params: z.object({ id: sourceId }),
    query: z.object({
      start: lenientOffset('Start of the span, inclusive, in UTF-16 code units into the canonical text.'),
      end: lenientOffset('End of the span, exclusive. Without a span of the text nothing is highlighted.'),
    }),
  },
  responses: {
    200: html('The source'),
    ...notModified,
    404: html('No source has this id'),
    503: html('Still starting'),
  },
})

export function handleSourcePage(ready: Ready, site: Site): RouteHandler<typeof sourcePageRoute> {
  return async (c) => {
    const engine = await ready()
    if (!engine) return c.html(laterPage(site, 'not-ready'), 503, RETRY_SOON)
    const { id } = c.req.valid('param')
    const source = engine.sources.find((one) => one.id === id)
    if (!source) return c.html(sourceNotFoundPage(site, engine.sources), 404)
    const { start, end } = c.req.valid('query')
    // Search engines should lead to the original, whose rights may not be ours.
    c.header('X-Robots-Tag', 'noindex')
    const quote = spanOf(source.text, start, end)
    const isAstray = quote === null && (c.req.query('start') ?? c.req.query('end')) !== undefined
    return c.html(sourcePage(site, source, quote, { isAstray }), 200)
  }
}
