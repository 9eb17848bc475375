import { createRoute, type RouteHandler, z } from '@hono/zod-openapi'
import { cite } from '../../core/answer/cite.ts'
import { problem } from '../problem.ts'
import { notModified, revalidate } from '../revalidate.ts'
import { examples } from '../schemas/examples.ts'
import { problemResponses } from '../schemas/problem.ts'
import { sourceId, sourceList, sourceText } from '../schemas/source.ts'
import type { Ready } from '../startup.ts'

export const sourcesRoute = createRoute({
  method: 'get',
  path: '/api/sources',
  operationId: 'listSources',
  tags: ['Sources'],
  summary: 'List the sources',
  description: 'Every source that an answer may quote, without its text.',
  middleware: revalidate('public, no-cache'),
  responses: {
    200: {
      description: 'Every source',
      content: { 'application/json': { schema: sourceList, examples: examples.sourceList } },
    },
    ...notModified,
    ...problemResponses('internal-error', 'not-ready'),
  },
})

export const sourceRoute = createRoute({
  method: 'get',
  path: '/api/sources/{id}',
  operationId: 'readSource',
  tags: ['Sources'],
  summary: 'A source with its canonical text',
  description: 'The text that every offset of this API is into, to check a quote or to show it in its place.',
  middleware: revalidate('public, no-cache'),
  request: { params: z.object({ id: sourceId }) },
  responses: {
    200: {
      description: 'The source',
      content: { 'application/json': { schema: sourceText, examples: examples.sourceText } },
    },
    ...notModified,
    ...problemResponses('unknown-source', 'internal-error', 'not-ready'),
  },
})

export function handleSources(ready: Ready): RouteHandler<typeof sourcesRoute> {
  return async (c) => {
    const engine = await ready()
    if (!engine) return problem(c, 'not-ready')
    return c.json({ sources: engine.sources.map(cite) }, 200)
  }
}

export function handleSource(ready: Ready): RouteHandler<typeof sourceRoute> {
  return async (c) => {
    const engine = await ready()
    if (!engine) return problem(c, 'not-ready')
    const { id } = c.req.valid('param')
    const source = engine.sources.find((one) => one.id === id)
    if (!source) return problem(c, 'unknown-source')
    const sections = source.sections.map(({ title, level, start, end }) => ({ title, level, start, end }))
    return c.json({ ...cite(source), text: source.text, sections }, 200)
  }
}
