import { createRoute, type RouteHandler } from '@hono/zod-openapi'
import type { RankedPassage } from '../../core/answer/reply.ts'
import type { WithEngine } from '../admission.ts'
import { requireMediaType } from '../body.ts'
import { problem } from '../problem.ts'
import { problemResponses } from '../schemas/problem.ts'
import { searchReply, searchRequest } from '../schemas/search.ts'

export const searchRoute = createRoute({
  method: 'post',
  path: '/api/search',
  summary: 'Rank the passages of the corpus',
  middleware: requireMediaType('application/json'),
  request: { body: { required: true, content: { 'application/json': { schema: searchRequest } } } },
  responses: {
    200: {
      description: 'The best passages, without abstention',
      content: { 'application/json': { schema: searchReply } },
    },
    ...problemResponses(
      'malformed-request',
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
