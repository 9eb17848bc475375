import { createRoute, type RouteHandler } from '@hono/zod-openapi'
import type { GlossaryTerm } from '../../core/answer/glossary.ts'
import { problem } from '../problem.ts'
import { examples } from '../schemas/examples.ts'
import { glossaryReply } from '../schemas/glossary.ts'
import { problemResponses } from '../schemas/problem.ts'
import type { Ready } from '../startup.ts'

export const glossaryRoute = createRoute({
  method: 'get',
  path: '/api/glossary',
  operationId: 'listTerms',
  tags: ['Sources'],
  summary: 'The words that the sources explain',
  description: 'Each with the quote that explains it, for readers who meet the word in another quote.',
  responses: {
    200: {
      description: 'Every term',
      content: { 'application/json': { schema: glossaryReply, examples: examples.glossary } },
    },
    ...problemResponses('internal-error', 'not-ready'),
  },
})

export function handleGlossary(ready: Ready): RouteHandler<typeof glossaryRoute> {
  return async (c) => {
    const engine = await ready()
    if (!engine) return problem(c, 'not-ready')
    return c.json({ terms: engine.glossary.terms.map(toReply) }, 200)
  }
}

function toReply({ term, forms, quote: { text, sourceId, start, end, section } }: GlossaryTerm) {
  return { term, forms, quote: { text, sourceId, start, end, section } }
}
