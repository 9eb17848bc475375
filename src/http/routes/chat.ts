import { createRoute, type RouteHandler } from '@hono/zod-openapi'
import type { Answering } from '../answering.ts'
import { requireMediaType } from '../body.ts'
import { toChatReply } from '../chat-reply.ts'
import { problem } from '../problem.ts'
import { chatReply } from '../schemas/chat-reply.ts'
import { chatRequest } from '../schemas/chat-request.ts'
import { problemResponses } from '../schemas/problem.ts'
import { withOrWithoutKey } from '../schemas/security.ts'

export const chatRoute = createRoute({
  method: 'post',
  path: '/api/chat',
  summary: 'Answer a question with verbatim quotes',
  security: withOrWithoutKey,
  middleware: requireMediaType('application/json'),
  request: { body: { required: true, content: { 'application/json': { schema: chatRequest } } } },
  responses: {
    200: { description: 'The answer', content: { 'application/json': { schema: chatReply } } },
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

interface ChatOptions extends Answering {
  readonly defaultCountry: string | null
}

export function handleChat({ screen, withEngine, defaultCountry }: ChatOptions): RouteHandler<typeof chatRoute> {
  return async (c) => {
    const { message, history, country = defaultCountry, maxQuotes } = c.req.valid('json')
    const request = { message, history, country, maxQuotes }
    // Whoever is in danger waits for nobody: neither for the engine to load nor for others to be answered.
    const screened = screen(request)
    if (screened) return c.json(toChatReply(screened, message), 200)
    const admitted = await withEngine(c.req.raw.signal, (engine) => engine.answer(request))
    if ('refusal' in admitted) return problem(c, admitted.refusal)
    const answer = admitted.result
    c.set('counts', { quotes: answer.quotes.length })
    return c.json(toChatReply(answer, message), 200)
  }
}
