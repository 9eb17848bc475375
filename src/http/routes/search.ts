import { createRoute, type RouteHandler } from '@hono/zod-openapi'
import type { RankedPassage } from '../../core/answer/reply.ts'
import type { WithEngine } from '../admission.ts'
import { requireMediaType } from '../body.ts'
import { problem } from '../problem.ts'
import { examples } from '../schemas/examples.ts'
import { problemResponses } from '../schemas/problem.ts'
import { searchReply, searchRequest } from '../schemas/search.ts'
import { withOrWithoutKey } from '../schemas/security.ts'

export const searchRoute = createRoute({
  method: 'post',
  path: '/api/search',
  operationId: 'search',
  tags: ['Answers'],
  summary: 'Rank the passages of the corpus',
  security: withOrWithoutKey,
  description:
    'What the sources hold nearest to a query, without an answer, notices or disclaimers. To show to a reader what is safe to show, ask POST /api/chat.',
  middleware: requireMediaType('application/json'),
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: searchRequest, examples: examples.searchRequest } },
    },
  },
  responses: {
    200: {
      description: 'The best passages, without abstention',
      content: { 'application/json': { schema: searchReply, examples: examples.searchReply } },
    },
    ...problemResponses(
      'malformed-request',
      'key-required',
      'invalid-key',
      'body-too-large',
      'unsupported-media-type',
      'invalid-request',
      'too-many-requests',
      'internal-error',
      'not-ready',
      'busy',
    ),
  },
})

export function handleSearch(withEngine: WithEngine): RouteHandler<typeof searchRoute> {
  return async (c) => {
    const { query, limit } = c.req.valid('json')
    const admitted = await withEngine(c.req.raw.signal, (engine) => engine.search(query, limit))
    if ('refusal' in admitted) return problem(c, admitted.refusal)
    const ranked = admitted.result
    c.set('counts', { passages: ranked.length })
    return c.json({ passages: ranked.map(toWirePassage) }, 200)
  }
}

export function toWirePassage({ passage, text, score }: RankedPassage) {
  const { id: passageId, sourceId, section, start, end } = passage
  return { passageId, sourceId, section, start, end, text, score }
}
