/** The reply to a message as events, in the documented order. */
import { type ProblemKind, problemBody, problems } from './problem.ts'
import type { ChatEvent } from './schemas/chat-events.ts'
import type { ChatReply } from './schemas/chat-reply.ts'

/** @param id of the reply to come */
export const searchingEvent = (id: string): ChatEvent => ({ event: 'status', data: { id, status: 'searching' } })

/** Together they say exactly what `reply` says. */
export function toChatEvents(reply: ChatReply): ChatEvent[] {
  const { quotes, sources, notices, disclaimers, suggestions, ...outcome } = reply
  return [
    { event: 'status', data: outcome },
    ...notices.map((data): ChatEvent => ({ event: 'notice', data })),
    ...quotes.map((data): ChatEvent => ({ event: 'quote', data })),
    ...sources.map((data): ChatEvent => ({ event: 'source', data })),
    ...suggestions.map((text): ChatEvent => ({ event: 'suggestion', data: { text } })),
    ...disclaimers.map((data): ChatEvent => ({ event: 'disclaimer', data })),
    { event: 'done', data: { id: reply.id } },
  ]
}

/** As it is sent (HTML Standard, section 9.2). */
export const eventText = ({ event, data }: ChatEvent): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** The same words as the response for the problem has. */
export function errorEvent(kind: ProblemKind): ChatEvent {
  const { headers = {} } = problems[kind] as { readonly headers?: Readonly<Record<string, string>> }
  const after = headers['Retry-After']
  return { event: 'error', data: { ...problemBody(kind), ...(after ? { retryAfter: Number(after) } : {}) } }
}
