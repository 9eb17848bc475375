import { createRoute, type RouteHandler } from '@hono/zod-openapi'
import { screenDanger } from '../../core/answer/screen.ts'
import { requireMediaType } from '../body.ts'
import { toChatReply } from '../chat-reply.ts'
import { problem } from '../problem.ts'
import { chatReply } from '../schemas/chat-reply.ts'
import { chatRequest } from '../schemas/chat-request.ts'
import { problemResponses } from '../schemas/problem.ts'
import type { Ready } from '../startup.ts'

export const chatRoute = createRoute({
  method: 'post',
  path: '/api/chat',
  summary: 'Answer a question with verbatim quotes',
  middleware: requireMediaType('application/json'),
  request: { body: { required: true, content: { 'application/json': { schema: chatRequest } } } },
  responses: {
    200: { description: 'The answer', content: { 'application/json': { schema: chatReply } } },
    ...problemResponses(
      'malformed-request',
      'body-too-large',
      'unsupported-media-type',
      'invalid-request',
      'too-many-requests',
      'internal-error',
      'not-ready',
    ),
  },
})

interface ChatOptions {
  readonly ready: Ready
  readonly isReady: () => boolean
  readonly defaultCountry: string | null
}

export function handleChat({ ready, isReady, defaultCountry }: ChatOptions): RouteHandler<typeof chatRoute> {
  return async (c) => {
    const { message, history, country = defaultCountry, maxQuotes } = c.req.valid('json')
    // Whoever is in danger does not wait for the engine to load; a loaded one screens by itself.
    const urgent = isReady() ? null : screenDanger({ message, history, country })
    if (urgent) return c.json(toChatReply(urgent, message), 200)
    const engine = await ready()
    if (!engine) return problem(c, 'not-ready')
    const answer = await engine.answer({ message, history, country, maxQuotes })
    return c.json(toChatReply(answer, message), 200)
  }
}
