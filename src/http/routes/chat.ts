import { createRoute, type RouteHandler } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { prefersEvents } from '../accept.ts'
import type { Answering } from '../answering.ts'
import { requireMediaType } from '../body.ts'
import { eventText, searchingEvent, toChatEvents } from '../chat-events.ts'
import { toChatReply } from '../chat-reply.ts'
import { streamAnswer, streamReply } from '../event-stream.ts'
import { problem } from '../problem.ts'
import { chatEventStream } from '../schemas/chat-events.ts'
import { chatReply } from '../schemas/chat-reply.ts'
import { chatRequest } from '../schemas/chat-request.ts'
import { examples, streamedExample } from '../schemas/examples.ts'
import { problemResponses } from '../schemas/problem.ts'
import { withOrWithoutKey } from '../schemas/security.ts'

const streamed = [searchingEvent(streamedExample.id), ...toChatEvents(streamedExample)].map(eventText).join('')

export const chatRoute = createRoute({
  method: 'post',
  path: '/api/chat',
  operationId: 'chat',
  tags: ['Answers'],
  summary: 'Answer a question with verbatim quotes',
  security: withOrWithoutKey,
  description:
    'Quotes are verbatim spans of named sources; every other word is fixed, reviewed text. Emergencies and crises are answered at once, before anything is searched. Nothing sent is kept.',
  middleware: requireMediaType('application/json'),
  request: {
    body: { required: true, content: { 'application/json': { schema: chatRequest, examples: examples.chatRequest } } },
  },
  responses: {
    200: {
      description:
        'The answer: as JSON, or as events where `Accept` names `text/event-stream` with a quality not below that of JSON',
      content: {
        'application/json': { schema: chatReply, examples: examples.chatReply },
        ...chatEventStream(streamed),
      },
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

interface ChatOptions extends Answering {
  readonly defaultCountry: string | null
  /** Is told of an unexpected error after the first event, when no other reply can be made. */
  readonly onError: (error: unknown, c: Context) => void
}

export function handleChat(options: ChatOptions): RouteHandler<typeof chatRoute> {
  const { screen, withEngine, orByRules, ask, defaultCountry, onError } = options
  return async (c) => {
    const { message, history, country = defaultCountry, maxQuotes } = c.req.valid('json')
    const request = { message, history, country, maxQuotes }
    if (prefersEvents(c)) {
      // Whoever is in danger waits for nobody: neither for the engine to load nor for others to be answered.
      const screened = screen(request)
      return screened
        ? streamReply(c, toChatReply(screened, message))
        : streamAnswer(c, { request, withEngine, orByRules, onError })
    }
    const asked = await ask(c.req.raw.signal, request)
    if ('refusal' in asked) return problem(c, asked.refusal)
    const answer = asked.result
    c.set('counts', { quotes: answer.quotes.length })
    return c.json(toChatReply(answer, message), 200)
  }
}
