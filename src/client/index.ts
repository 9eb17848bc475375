/** `quotewell/client`: the API of a Quotewell server, for browsers and Node, on nothing but `fetch`. */
import { readEvents } from './events.ts'
import { asError, expectGood, lost, parse, unreadable } from './response.ts'
import { beforeRetry, type RetryOptions } from './retry.ts'
import type { ChatEvent, ChatReply, ChatRequest, Passage, Problem, SearchRequest, Source, SourceText } from './wire.ts'

export { type FailureKind, QuotewellError } from './error.ts'
export type * from './wire.ts'

export interface ClientOptions extends Partial<RetryOptions> {
  /** Where the server is, with a path if it has one, such as `https://chat.example.org`; empty for the page's own origin. */
  readonly baseUrl: string
  /** Instead of the runtime's own. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** Sent with every request, such as `Authorization`. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface CallOptions {
  /** Ends the call, its waiting and its stream; the call throws the signal's reason. */
  readonly signal?: AbortSignal
}

/** What `stream` brings; an `error` event is thrown instead. */
export type ReplyEvent = Exclude<ChatEvent, { readonly event: 'error' }>

/** Every call throws QuotewellError, or the reason of its aborted signal. */
export interface Client {
  /** The whole reply. */
  ask(request: ChatRequest, options?: CallOptions): Promise<ChatReply>
  /**
   * The reply as it comes, in the documented order, from `status` to `done`. Leaving the loop early frees the server. A
   * stream that is cut throws: show nothing of its quotes. The first status, `searching`, comes again with each retry.
   */
  stream(request: ChatRequest, options?: CallOptions): AsyncGenerator<ReplyEvent, void>
  /** The best passages, best first, however poor the best is. */
  search(request: SearchRequest, options?: CallOptions): Promise<readonly Passage[]>
  /** In the order of their ids. */
  sources(options?: CallOptions): Promise<readonly Source[]>
  /** A source with its canonical text, into which every offset is. */
  source(id: string, options?: CallOptions): Promise<SourceText>
}

interface Call extends CallOptions {
  /** For a POST. */
  readonly body?: object
}

/**
 * @param options refused requests (429, 503) are sent again, twice unless told, after the time that the server asks for;
 * where that is over half a minute, unless told, they fail at once
 */
export function createClient(options: ClientOptions): Client {
  const {
    baseUrl,
    fetch = (url, init) => globalThis.fetch(url, init),
    headers,
    retries = 2,
    maxWait = 30_000,
  } = options
  const base = withoutSlash(baseUrl)

  async function send(path: string, accept: string, { body, signal }: Call): Promise<Response> {
    const response = await fetch(base + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...headers, Accept: accept, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : null,
      signal: signal ?? null,
    }).catch((cause) => lost('network', signal, cause))
    return expectGood(response, accept)
  }

  async function getJson<Reply extends object>(path: string, call: Call): Promise<Reply> {
    for (let tries = 1; ; tries++) {
      try {
        const response = await send(path, 'application/json', call)
        return parse(await response.text().catch((cause) => lost('network', call.signal, cause)), response.status)
      } catch (error) {
        await beforeRetry(error, tries, { retries, maxWait }, call.signal)
      }
    }
  }

  async function* getEvents(path: string, call: Call): AsyncGenerator<ReplyEvent, void> {
    let begun = false
    for (let tries = 1; ; tries++) {
      try {
        for await (const event of readReply(await send(path, 'text/event-stream', call), call.signal)) {
          begun ||= event.event !== 'status' || event.data.status !== 'searching'
          yield event
        }
        return
      } catch (error) {
        if (begun) throw error
        await beforeRetry(error, tries, { retries, maxWait }, call.signal)
      }
    }
  }

  return {
    ask: (body, options) => getJson('/api/chat', { ...options, body }),
    stream: (body, options) => getEvents('/api/chat', { ...options, body }),
    search: async (body, options) =>
      (await getJson<{ passages: Passage[] }>('/api/search', { ...options, body })).passages,
    sources: async (options = {}) => (await getJson<{ sources: Source[] }>('/api/sources', options)).sources,
    source: (id, options = {}) => getJson(`/api/sources/${encodeURIComponent(id)}`, options),
  }
}

/** The events of one response, to the last. */
async function* readReply({ body, status }: Response, signal?: AbortSignal): AsyncGenerator<ReplyEvent, void> {
  if (!body) throw unreadable(status)
  const events = readEvents(body)
  try {
    for (;;) {
      const { value, done } = await events.next().catch((cause) => lost('cut', signal, cause))
      if (done) lost('cut', signal)
      const data = parse<Problem & { retryAfter?: number }>(value.data, status)
      if (value.event === 'error') throw asError(data, data.retryAfter ?? null)
      yield { event: value.event, data: data as object } as ReplyEvent
      if (value.event === 'done') return
    }
  } finally {
    await events.return(undefined)
  }
}

/** Addresses end with a slash as often as not. */
function withoutSlash(address: string): string {
  let end = address.length
  while (address[end - 1] === '/') end--
  return address.slice(0, end)
}
