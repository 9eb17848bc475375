/** Asks the server, and hears the reply event by event. */
import { type EventSourceMessage, EventSourceParserStream } from 'eventsource-parser/stream'
import { type Failure, failureOf, failureWithoutReply } from './failure.ts'
import { collectReply } from './reply.ts'
import type { ChatReply, ChatRequest, Notice } from './wire.ts'

/**
 * A stream that says nothing for this long is cut, in milliseconds: the server gives a sign of life every 15 seconds, and
 * one of them may be late.
 */
const SILENCE = 40_000

interface AskOptions {
  readonly signal: AbortSignal
  /** Is told of each notice as it comes, before the reply is whole. */
  readonly onNotice: (notice: Notice) => void
  /** The default is SILENCE. */
  readonly silence?: number
}

export type Outcome = { readonly reply: ChatReply } | { readonly failure: Failure }

/**
 * Never throws, and never gives half a reply.
 * @param server origin, such as `https://chat.example`
 */
export async function ask(server: string, request: ChatRequest, options: AskOptions): Promise<Outcome> {
  const { signal, onNotice, silence = SILENCE } = options
  const watch = watchSilence(signal, silence)
  let begun = false
  try {
    const response = await fetch(`${server}/api/chat`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify(request),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: watch.signal,
    })
    begun = true
    if (!response.ok || !response.body) return { failure: await readFailure(response) }
    return await readReply(response.body, watch.heard, onNotice)
  } catch {
    return { failure: failureWithoutReply(begun) }
  } finally {
    watch.stop()
  }
}

async function readFailure(response: Response): Promise<Failure> {
  const problem: unknown = await response.json().catch(() => null)
  const { type } = (problem ?? {}) as { readonly type?: unknown }
  return failureOf({ status: response.status, type, retryAfter: response.headers.get('Retry-After') })
}

async function readReply(body: ReadableStream<Uint8Array>, heard: () => void, onNotice: AskOptions['onNotice']) {
  const collected = collectReply()
  for await (const { event, data } of eventsOf(body, heard)) {
    const value = JSON.parse(data)
    if (event === 'error') return { failure: failureOf(value) }
    if (event === 'notice') onNotice(value)
    collected.take(event, value)
  }
  const reply = collected.whole()
  return reply ? { reply } : { failure: failureWithoutReply(true) }
}

/** By hand: not every browser can iterate over a stream. */
async function* eventsOf(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<EventSourceMessage> {
  const listening = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      heard()
      controller.enqueue(chunk)
    },
  })
  const bytes = body.pipeThrough(listening) as ReadableStream<BufferSource>
  const reader = bytes.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()).getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** A signal that also fires when nothing was heard for `silence` milliseconds. */
function watchSilence(outer: AbortSignal, silence: number) {
  const controller = new AbortController()
  const abort = () => controller.abort()
  let timer = setTimeout(abort, silence)
  outer.addEventListener('abort', abort)
  return {
    signal: controller.signal,
    heard() {
      clearTimeout(timer)
      timer = setTimeout(abort, silence)
    },
    stop() {
      clearTimeout(timer)
      outer.removeEventListener('abort', abort)
    },
  }
}
