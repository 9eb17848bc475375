import { describe, expect, expectTypeOf, test } from 'vitest'
import { type Client, createClient, type QuotewellError, type ReplyEvent } from '../../src/client/index.ts'
import { problems } from '../../src/http/problem.ts'
import { createEngine, neverLoaded, testApp } from '../http/harness.ts'
import { joinEvents } from '../http/read-events.ts'
import { owls } from '../http/sources.ts'
import { otherServer, realServer } from './servers.ts'

async function collect(events: ReturnType<Client['stream']>): Promise<ReplyEvent[]> {
  const all: ReplyEvent[] = []
  for await (const event of events) all.push(event)
  return all
}

/** What a call is refused with. */
const refusal = (call: Promise<unknown>): Promise<QuotewellError> =>
  call.then(
    () => expect.unreachable(),
    (error) => error,
  )

const everyCall = (client: Client) => [
  client.ask({ message: 'egg' }),
  collect(client.stream({ message: 'egg' })),
  client.search({ query: 'egg' }),
  client.sources(),
  client.source('owls'),
]

describe('with the real server', () => {
  test('asks, and gets the reply as it is on the wire', async () => {
    const { baseUrl } = await realServer()
    const reply = await createClient({ baseUrl }).ask({ message: ' eggs owl ', maxQuotes: 2, country: 'GB' })
    expectTypeOf(reply.quotes[0]?.start).toEqualTypeOf<number | undefined>()
    expect(reply).toMatchObject({ status: 'answered', question: { asked: 'eggs owl' } })
    expect(reply.quotes).toHaveLength(2)
  })

  test('streams the same reply, event by event', async () => {
    const { baseUrl } = await realServer()
    const client = createClient({ baseUrl })
    for (const message of ['eggs owl', 'zzz', 'I want to kill myself']) {
      const { id: _, ...reply } = await client.ask({ message })
      const events = await collect(client.stream({ message }))
      expect(joinEvents(events)).toMatchObject(reply)
      expect(events.at(-1)?.event).toBe('done')
    }
  })

  test('searches, and reads sources', async () => {
    const { baseUrl } = await realServer()
    // A path or a slash at the end of the address changes nothing.
    const client = createClient({ baseUrl: `${baseUrl}/` })
    expect((await client.search({ query: 'egg', limit: 2 })).map(({ sourceId }) => sourceId)).toEqual([
      'birds',
      'birds',
    ])
    expect((await client.sources()).map(({ id }) => id)).toEqual(['birds', 'owls'])
    expect((await client.source('owls')).text).toBe(owls.text)
  })

  test('sends its headers with each request', async () => {
    const seen: (string | null)[] = []
    const { app } = testApp()
    const fetch = async (url: string, init: RequestInit) => {
      seen.push(new Headers(init.headers).get('Authorization'))
      return app.request(url, init)
    }
    const headers = { Authorization: 'Bearer k' }
    await Promise.all(everyCall(createClient({ baseUrl: 'http://a', fetch, headers })))
    expect(seen).toEqual(Array(5).fill('Bearer k'))
  })
})

describe('errors', () => {
  test('of a request name the fields', async () => {
    const client = createClient(await realServer())
    for (const call of [client.ask({ message: ' ' }), collect(client.stream({ message: ' ' }))]) {
      const error = await refusal(call)
      expect(error).toMatchObject({ name: 'QuotewellError', kind: 'problem', status: 422, retryAfter: null })
      expect(error.problem?.errors).toEqual([{ path: 'message', message: 'must not be blank' }])
      expect(error.message).toBe(`${problems['invalid-request'].title}: ${problems['invalid-request'].detail}`)
    }
  })

  test('of an unknown source have their type', async () => {
    const client = createClient(await realServer())
    for (const id of ['nobody', '../health', 'a/b', '%']) {
      expect((await refusal(client.source(id))).problem?.type).toBe('/problems/unknown-source')
    }
  })

  test('after the first event are the same as before it', async () => {
    const { app } = testApp({ startup: neverLoaded() })
    const client = createClient({ baseUrl: 'http://a', fetch: async (url, init) => app.request(url, init), retries: 0 })
    const events: ReplyEvent[] = []
    const reading = (async () => {
      for await (const event of client.stream({ message: 'egg' })) events.push(event)
    })()
    const error = await refusal(reading)
    expect(events).toMatchObject([{ event: 'status', data: { status: 'searching' } }])
    expect(error).toMatchObject({ kind: 'problem', status: 503, retryAfter: 5 })
    expect(error.problem?.type).toBe('/problems/not-ready')
  })

  test('tell a server that is not there', async () => {
    for (const error of await Promise.all(everyCall(createClient({ baseUrl: 'http://127.0.0.1:1' })).map(refusal))) {
      expect(error).toMatchObject({ kind: 'network', status: null, cause: expect.any(Error) })
    }
  })

  test.each([
    ['a page', 200, 'text/html', '<p>Welcome'],
    ['an error page', 502, 'text/html', '<p>Bad gateway'],
    ['no JSON', 200, 'application/json', '<p>'],
    ['JSON that is no object', 200, 'application/json', 'null'],
    ['a broken problem', 400, 'application/problem+json', '['],
    ['events without JSON', 200, 'text/event-stream', 'event: quote\ndata: {\n\n'],
  ])('tell a server that is another: %s', async (_name, status, type, body) => {
    const baseUrl = await otherServer((_request, response) => {
      response.writeHead(status, { 'Content-Type': type }).end(body)
    })
    for (const error of await Promise.all(everyCall(createClient({ baseUrl })).map(refusal))) {
      expect(error).toMatchObject({ kind: 'unreadable', status, problem: null })
    }
  })

  test.each([
    ['ended', true],
    ['broken', false],
  ])('tell a stream that was cut: %s', async (_name, ends) => {
    const baseUrl = await otherServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.write('event: quote\ndata: {"n":1}\n\nevent: done\ndata: {', () =>
        ends ? response.end() : response.destroy(),
      )
    })
    const events: ReplyEvent[] = []
    const reading = (async () => {
      for await (const event of createClient({ baseUrl }).stream({ message: 'egg' })) events.push(event)
    })()
    expect(await refusal(reading)).toMatchObject({ kind: 'cut' })
    expect(events).toHaveLength(1)
  })
})

describe('leaving', () => {
  /** A server that is at work at another answer until it is released, and how to wait until it has lost its clients. */
  async function atWork() {
    const engine = createEngine()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const answer: typeof engine.answer = (request) => held.then(() => engine.answer(request))
    const { baseUrl, records } = await realServer({}, { ...engine, answer })
    const client = createClient({ baseUrl })
    const first = client.ask({ message: 'egg 1' })
    const lost = async (clients: number) => {
      while (records.filter(({ status }) => status === 499).length < clients) await client.sources()
    }
    const end = async () => {
      release()
      expect((await first).status).toBe('answered')
      expect(engine.asked.map(({ message }) => message)).toEqual(['egg 1'])
    }
    return { client, lost, end }
  }

  test('the loop ends the request, and its answer is never begun', async () => {
    const { client, lost, end } = await atWork()
    for await (const { event } of client.stream({ message: 'egg 2' })) {
      expect(event).toBe('status')
      break
    }
    await lost(1)
    await end()
  })

  test('by signal ends the request, throws its reason, and its answer is never begun', async () => {
    const { client, lost, end } = await atWork()
    const leaving = new AbortController()
    const { signal } = leaving
    const call = refusal(client.ask({ message: 'egg 2' }, { signal }))
    const stream = client.stream({ message: 'egg 3' }, { signal })
    await stream.next()
    const next = refusal(stream.next())
    const reason = new Error('bored')
    leaving.abort(reason)
    expect([await call, await next]).toEqual([reason, reason])
    await lost(2)
    await end()
  })

  test('before the call sends nothing', async () => {
    const { baseUrl, records } = await realServer()
    const client = createClient({ baseUrl })
    const reason = new Error('never mind')
    const options = { signal: AbortSignal.abort(reason) }
    expect(await refusal(client.ask({ message: 'egg' }, options))).toBe(reason)
    expect(await refusal(collect(client.stream({ message: 'egg' }, options)))).toBe(reason)
    expect(records).toEqual([])
  })
})
