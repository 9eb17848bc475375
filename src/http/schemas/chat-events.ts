/** What the events of the stream of `POST /api/chat` carry. */
import { z } from '@hono/zod-openapi'
import { chatReply } from './chat-reply.ts'
import { problemDetails } from './problem.ts'

const { id, status, language, message, question, notices, quotes, sources, suggestions, disclaimers } = chatReply.shape

const searching = z
  .object({ id, status: z.literal('searching').openapi({ description: 'The engine is asked.' }) })
  .openapi('SearchingStatus', {
    description: 'Sent once nothing urgent was found; left out where no engine is needed for the reply.',
  })

const outcome = z
  .object({ id, status, language, message, question })
  .openapi('FinalStatus', { description: 'What the reply is. The first event that every whole stream has.' })

const suggestion = z
  .object({ text: suggestions.unwrap().element.openapi({ description: 'A question that the corpus answers.' }) })
  .openapi('Suggestion', { description: 'What to ask next.' })

const done = z.object({ id }).openapi('Done', { description: 'The reply is whole. The last event.' })

const failure = problemDetails
  .extend({
    retryAfter: z.int().min(0).optional().openapi({ description: 'Seconds to wait before asking again.' }),
  })
  .openapi('StreamProblem', { description: 'Why there will be no reply after all. The last event.' })

const event = <Name extends string, Data extends z.ZodType>(name: Name, data: Data, description: string) =>
  z.object({ event: z.literal(name).openapi({ description: 'Its name.' }), data }).openapi({ description })

/** An event, its data read from JSON. In the order in which they come. */
export const chatEvent = z
  .union([
    event('status', z.union([searching, outcome]), '`searching` first, where the engine is asked; then the final one.'),
    event('notice', notices.unwrap().element, 'One for each notice, urgent ones first.'),
    event('quote', quotes.unwrap().element, 'One for each quote, in their order.'),
    event('source', sources.unwrap().element, 'One for each source quoted.'),
    event('suggestion', suggestion, 'One for each suggestion.'),
    event('disclaimer', disclaimers.unwrap().element, 'One for each disclaimer.'),
    event('done', done, 'The reply is whole.'),
    event('error', failure, 'The engine refuses or fails after the first event.'),
  ])
  .openapi('ChatEvent', { description: 'An event of the stream, as its name and its data.' })

/** One event, its name and its data. */
export type ChatEvent = z.infer<typeof chatEvent>

const EVENTS = 'text/event-stream'

const DESCRIPTION = [
  'Server-sent events, each with a name and one line of JSON. Together they say exactly what the JSON reply says.',
  'In this order: `status` searching, once nothing urgent was found and before the engine is asked; `status` with the',
  'outcome; one `notice`, `quote`, `source`, `suggestion` and `disclaimer` for each of the reply; `done`.',
  'Where the engine refuses or fails after the first event, `error` ends the stream.',
  'A stream that ends without `done` or `error` was cut: show nothing of its quotes.',
  'A comment line comes every 15 seconds as a sign of life. Ending the connection ends the work.',
].join(' ')

/** OpenAPI 3.2 has `itemSchema` for this; in 3.1 it is said as JSON Schema says it. */
const contentSchema = { type: 'array', items: { $ref: '#/components/schemas/ChatEvent' } } as const

/**
 * For the `content` of a response. Its type is empty, so that typed clients see the JSON reply alone.
 * @param example the text of a stream
 */
export const chatEventStream = (example: string): object => ({
  [EVENTS]: {
    schema: { type: 'string', description: DESCRIPTION, contentMediaType: EVENTS, contentSchema },
    example,
  },
})
