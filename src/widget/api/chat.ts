/** Asks the server, and hears the reply event by event. */
import { createClient, type ReplyEvent } from '../../client/index.ts'
import { openConnection } from './connection.ts'
import { type Failure, failureOf } from './failure.ts'
import type { ChatReply, ChatRequest, Notice } from './wire.ts'

/** A longer wait than this is told to the reader instead of waited for in silence. Milliseconds. */
const MAX_WAIT = 4_000

interface AskOptions {
  readonly signal: AbortSignal
  /** Is told of each notice as it comes, before the reply is whole. */
  readonly onNotice: (notice: Notice) => void
}

export type Outcome = { readonly reply: ChatReply } | { readonly failure: Failure }

/**
 * Never throws, and never gives half a reply: what a quote needs beside it, its source and the disclaimers, comes after it,
 * so that only notices can be shown earlier.
 * @param server its address, without a slash at the end
 */
export async function ask(server: string, request: ChatRequest, { signal, onNotice }: AskOptions): Promise<Outcome> {
  const connection = openConnection(signal)
  const client = createClient({ baseUrl: server, fetch: connection.fetch, maxWait: MAX_WAIT })
  const reply = collectReply()
  try {
    for await (const event of client.stream(request, { signal: connection.signal })) {
      if (event.event === 'notice') onNotice(event.data)
      reply.take(event)
    }
    return reply.whole()
  } catch (error) {
    return { failure: failureOf(error) }
  } finally {
    connection.end()
  }
}

/** Puts the events of a stream together: they say exactly what the JSON reply says. */
function collectReply() {
  let outcome: Omit<ChatReply, keyof typeof lists> | null = null
  const lists = {
    quotes: [] as ChatReply['quotes'][number][],
    sources: [] as ChatReply['sources'][number][],
    notices: [] as Notice[],
    disclaimers: [] as ChatReply['disclaimers'][number][],
    suggestions: [] as string[],
  }
  return {
    take({ event, data }: ReplyEvent): void {
      if (event === 'status' && data.status !== 'searching') outcome = data
      if (event === 'notice') lists.notices.push(data)
      if (event === 'quote') lists.quotes.push(data)
      if (event === 'source') lists.sources.push(data)
      if (event === 'suggestion') lists.suggestions.push(data.text)
      if (event === 'disclaimer') lists.disclaimers.push(data)
    },
    whole: (): Outcome => (outcome ? { reply: { ...outcome, ...lists } } : { failure: { kind: 'cut' } }),
  }
}
