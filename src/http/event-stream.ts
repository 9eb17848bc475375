/** Replies as server-sent events (HTML Standard, section 9.2). */
import type { Context, TypedResponse } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { ChatRequest } from '../core/answer/reply.ts'
import type { WithEngine } from './admission.ts'
import type { OrByRules } from './answering.ts'
import { errorEvent, eventText, searchingEvent, toChatEvents } from './chat-events.ts'
import { toChatReply } from './chat-reply.ts'
import { deferred } from './deferred.ts'
import { pause } from './pause.ts'
import { type ProblemKind, problem, problems } from './problem.ts'
import type { ChatEvent } from './schemas/chat-events.ts'
import type { ChatReply } from './schemas/chat-reply.ts'

/** Milliseconds between two signs of life. Many proxies close a connection that is silent for half a minute. */
const HEARTBEAT = 15_000

/** Typed clients see the JSON reply alone: to them a stream is one that never is. */
type EventStream = Response & TypedResponse<never, 200, 'json'>

/** A reply that is there already. */
export function streamReply(c: Context, reply: ChatReply): EventStream {
  return openStream(c, (stream) => send(stream, toChatEvents(reply)))
}

interface StreamOptions {
  readonly request: ChatRequest
  readonly withEngine: WithEngine
  readonly orByRules: OrByRules
  readonly onError: (error: unknown, c: Context) => void
}

/**
 * The answer of the engine, with a first event before the engine is asked. A refusal that is known at once is the same
 * problem as without a stream; one that comes later is an event.
 */
export async function streamAnswer(c: Context, { request, withEngine, orByRules, onError }: StreamOptions) {
  const gone = new AbortController()
  const signal = AbortSignal.any([c.req.raw.signal, gone.signal])
  const begun = deferred()
  const answered = withEngine(signal, async (engine) => {
    await begun.promise
    return signal.aborted ? null : engine.answer(request)
  })
  const admitted = orByRules(request, answered)
  const early = await Promise.race([admitted, pause()])
  if (early && 'refusal' in early) return problem(c, early.refusal)

  const ended = deferred<number>()
  c.set('streamed', ended.promise)
  return openStream(c, async (stream) => {
    stream.onAbort(() => gone.abort())
    const id = crypto.randomUUID()
    const fail = async (kind: ProblemKind) => {
      await send(stream, [errorEvent(kind)])
      return problems[kind].status
    }
    const finish = async (): Promise<number> => {
      const outcome = await admitted
      if ('refusal' in outcome) return fail(outcome.refusal)
      const answer = outcome.result
      if (!answer) return 200
      c.set('counts', { quotes: answer.quotes.length })
      await send(stream, toChatEvents(toChatReply(answer, request.message, id)))
      return 200
    }
    // The write ends when the client has read, which nobody waits for.
    void send(stream, [searchingEvent(id)])
    // The engine keeps the thread to itself: without this, the first event would leave after the answer.
    await pause()
    begun.resolve()
    ended.resolve(
      await finish().catch((error) => {
        onError(error, c)
        return fail('internal-error')
      }),
    )
  })
}

/** Writes what `run` writes, then ends; a comment line every HEARTBEAT until then. */
function openStream(c: Context, run: (stream: SSEStreamingApi) => Promise<void>): EventStream {
  // nginx would hold the events back until the reply is whole.
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    const heart = setInterval(() => void stream.write(': heartbeat\n\n'), HEARTBEAT)
    try {
      await run(stream)
    } finally {
      clearInterval(heart)
    }
  }) as EventStream
}

async function send(stream: SSEStreamingApi, events: readonly ChatEvent[]): Promise<void> {
  for (const event of events) await stream.write(eventText(event))
}
