/** What each event of the stream of `POST /api/chat` carries as JSON in its `data`. */
import { z } from '@hono/zod-openapi'
import { chatReply } from './chat-reply.ts'
import { problemDetails } from './problem.ts'

const { id, status, language, message, question, notices, quotes, sources, disclaimers } = chatReply.shape

const searching = z
  .object({ id, status: z.literal('searching').openapi({ description: 'The engine is asked.' }) })
  .openapi('SearchingEvent', {
    description: 'Sent once nothing urgent was found; left out where no engine is needed for the reply.',
  })

const outcome = z
  .object({ id, status, language, message, question })
  .openapi('StatusEvent', { description: 'What the reply is. The first event that every reply has.' })

const suggestion = z.object({ text: z.string() }).openapi('SuggestionEvent')

const done = z.object({ id }).openapi('DoneEvent', { description: 'The reply is whole.' })

const failure = problemDetails
  .extend({
    retryAfter: z.int().min(0).optional().openapi({ description: 'Seconds to wait before asking again.' }),
  })
  .openapi('ErrorEvent', { description: 'Why there will be no reply after all; the last event.' })

/** By the name of the event, in the order in which they come. */
export const chatEventData = {
  status: z.union([searching, outcome]),
  notice: notices.unwrap().element,
  quote: quotes.unwrap().element,
  source: sources.unwrap().element,
  suggestion,
  disclaimer: disclaimers.unwrap().element,
  done,
  error: failure,
} as const

/** One event, its name and its data. */
export type ChatEvent = {
  [Name in keyof typeof chatEventData]: {
    readonly event: Name
    readonly data: z.infer<(typeof chatEventData)[Name]>
  }
}[keyof typeof chatEventData]

const EXAMPLE = `event: status
data: {"id":"0a0f2bd4-2b0e-4a05-9f5c-0e8f1d6f7a11","status":"searching"}

event: status
data: {"id":"0a0f2bd4-2b0e-4a05-9f5c-0e8f1d6f7a11","status":"conversation","message":"Hello.","question":{"asked":"hi","searched":null}}

event: suggestion
data: {"text":"What is mesenchymal chondrosarcoma?"}

event: disclaimer
data: {"id":"information","version":1,"text":"This is information, not medical advice."}

event: done
data: {"id":"0a0f2bd4-2b0e-4a05-9f5c-0e8f1d6f7a11"}

`

const DESCRIPTION = [
  'Server-sent events, each with a name and one line of JSON. Together they say exactly what the JSON reply says.',
  'In this order: `status` "searching" once nothing urgent was found (left out where no engine is needed); `status` with',
  'the outcome; one `notice`, `quote`, `source`, `suggestion` and `disclaimer` for each of the reply; `done`.',
  'Where the engine refuses or fails after the first event, `error` with problem details ends the stream.',
  'A stream that ends without `done` or `error` was cut: show nothing of its quotes.',
  'A comment line comes every 15 seconds as a sign of life.',
].join(' ')

/** For the `content` of a response. Its type is empty, so that typed clients see the JSON reply alone. */
export const chatEventStream: object = {
  'text/event-stream': {
    schema: z.string().openapi('ChatEventStream', { description: DESCRIPTION, example: EXAMPLE }),
  },
}
