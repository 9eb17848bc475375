import { describe, expect, test, vi } from 'vitest'
import type { Engine } from '../../src/core/answer/reply.ts'
import { problems } from '../../src/http/problem.ts'
import type { RequestRecord } from '../../src/http/request-record.ts'
import { createEngine, expectProblem, loaded, neverLoaded, SUGGESTION, testApp } from './harness.ts'
import { joinEvents, readEvents } from './read-events.ts'

const EVENTS = { Accept: 'text/event-stream' }
const namesOf = (events: readonly { readonly event: string }[]) => events.map(({ event }) => event)

/** An engine that answers when it is told to. */
function heldEngine() {
  const engine = createEngine()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const answer: Engine['answer'] = (request) => held.then(() => engine.answer(request))
  return { held: { ...engine, answer }, asked: engine.asked, release: () => release() }
}

const readerOf = (response: Response) => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  return { read: async () => (await reader?.read())?.value, cancel: async () => reader?.cancel() }
}

describe('the events of a reply', () => {
  const { post } = testApp()
  const events = async (body: object) => {
    const response = await post('/api/chat', body, EVENTS)
    expect(response.status).toBe(200)
    return { response, events: readEvents(await response.text()) }
  }

  test('come in the documented order, all with one id', async () => {
    const { events: all } = await events({ message: 'eggs owl', maxQuotes: 5 })
    const kinds = namesOf(all).filter((name, at, names) => name !== names[at - 1])
    expect(kinds).toEqual(['status', 'notice', 'quote', 'source', 'disclaimer', 'done'])
    const [searching, outcome] = all
    const id = expect.stringMatching(/^[\da-f-]{36}$/)
    expect(searching?.data).toEqual({ id, status: 'searching' })
    expect(outcome?.data).toMatchObject({ status: 'answered', question: { asked: 'eggs owl', searched: 'eggs owl' } })
    const ids = [searching, outcome, all.at(-1)].map((event) => (event && 'id' in event.data ? event.data.id : null))
    expect(new Set(ids).size).toBe(1)
  })

  test('carry suggestions, between sources and disclaimers', async () => {
    const { events: all } = await events({ message: 'zzz' })
    expect(namesOf(all)).toEqual(['status', 'status', 'suggestion', 'disclaimer', 'disclaimer', 'done'])
    expect(all[2]?.data).toEqual({ text: SUGGESTION })
  })

  test('begin with the outcome where the engine is not needed', async () => {
    const { events: all } = await events({ message: 'I want to kill myself' })
    expect(namesOf(all).slice(0, 2)).toEqual(['status', 'notice'])
    expect(all[0]?.data).toMatchObject({ status: 'safety' })
  })

  test('are never stored nor held back', async () => {
    const { response } = await events({ message: 'egg' })
    expect(response.headers.get('Content-Type')).toBe('text/event-stream')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('X-Accel-Buffering')).toBe('no')
    expect(response.headers.get('X-Request-Id')).toBeTruthy()
  })

  test.each(['eggs owl', 'zzz', 'I want to kill myself', 'Habe ich Krebs und was kann man dagegen tun?'])(
    'say what the JSON reply says: %s',
    async (message) => {
      const json = (await (await post('/api/chat', { message })).json()) as { id: string }
      const { events: all } = await events({ message })
      expect(JSON.stringify({ ...joinEvents(all), id: json.id })).toBe(JSON.stringify(json))
    },
  )
})

describe('Accept', () => {
  const { post } = testApp()
  const typeFor = async (accept: string) => {
    const response = await post('/api/chat', { message: 'egg' }, { Accept: accept })
    expect(response.status).toBe(200)
    await response.text()
    return response.headers.get('Content-Type')
  }

  test.each([
    'text/event-stream',
    'TEXT/Event-Stream',
    'text/event-stream;q=0.001',
    'text/*',
    'text/event-stream, */*',
    '*/*, text/event-stream',
    'application/json, text/event-stream',
    'application/json;q=0.5, text/event-stream;q=0.8',
    'text/html, text/event-stream;charset=utf-8;q=1.000',
    ', ,text/event-stream',
    // A weight without a value is no weight.
    'text/event-stream;q=',
  ])('%s gets events', async (accept) => {
    expect(await typeFor(accept)).toBe('text/event-stream')
  })

  test.each([
    '',
    '*/*',
    'application/json',
    'application/*',
    'image/png',
    'text/html',
    'text/event-stream;q=0',
    'text/event-stream;q=0.000, */*',
    'text/event-stream;q=0.5, application/json',
    'text/event-stream;q=0.5, */*',
    'text/event-stream;q=0, text/*',
    'text/event-stream;q=abc',
    'text/event-stream;q=1.5',
    'text/event-stream;q=-1',
    'text/event-stream q=1',
    'text/event-streams',
    'text/event-stream/x',
    'text-event-stream',
    '"text/event-stream',
    ';;;,,,=',
  ])('%j gets JSON', async (accept) => {
    expect(await typeFor(accept)).toBe('application/json')
  })

  test('of any length and without sense gets JSON', async () => {
    for (const junk of ['x', ',', ';', '"', '=', 'a/b;q=0,', '\\";']) {
      expect(await typeFor(junk.repeat(4000))).toBe('application/json')
    }
  })
})

describe('a request that can not be answered', () => {
  test('is a problem, not a stream, where that is known before the first event', async () => {
    const { post, engine } = testApp({ rateLimit: { requestsPerMinute: 3, clientOf: () => 'one' } })
    await expectProblem(await post('/api/chat', '{', EVENTS), 'malformed-request')
    await expectProblem(await post('/api/chat', {}, EVENTS), 'invalid-request')
    await expectProblem(
      await post('/api/chat', '{}', { ...EVENTS, 'Content-Type': 'text/plain' }),
      'unsupported-media-type',
    )
    await expectProblem(await post('/api/chat', { message: 'egg' }, EVENTS), 'too-many-requests')
    expect(engine.asked).toEqual([])
  })

  test('is a problem where the server is busy at once', async () => {
    const { held, release } = heldEngine()
    const { post } = testApp({ startup: loaded(held), capacity: { running: 1, waiting: 0 } })
    const first = await post('/api/chat', { message: 'egg' }, EVENTS)
    const second = await post('/api/chat', { message: 'egg' }, EVENTS)
    expect(second.headers.get('Retry-After')).toBe('2')
    await expectProblem(second, 'busy')
    release()
    expect(namesOf(readEvents(await first.text())).at(-1)).toBe('done')
  })

  test('ends with an error event where the stream has begun', async () => {
    const records: RequestRecord[] = []
    const { post } = testApp({ startup: neverLoaded(), onRequest: (record) => records.push(record) })
    const response = await post('/api/chat', { message: 'egg' }, EVENTS)
    expect(response.status).toBe(200)
    const [searching, error, ...others] = readEvents(await response.text())
    expect([searching?.event, error?.event, others]).toEqual(['status', 'error', []])
    const { status, title, detail } = problems['not-ready']
    expect(error?.data).toEqual({ type: '/problems/not-ready', title, status, detail, retryAfter: 5 })
    await vi.waitFor(() => expect(records.map((record) => record.status)).toEqual([503]))
  })

  test('because of an unexpected error tells nothing of it to the caller, and all to the operator', async () => {
    const secret = new Error('secret detail of the question')
    const failing = { ...createEngine(), answer: () => Promise.reject(secret) }
    const onError = vi.fn()
    const { post } = testApp({ startup: loaded(failing), onError })
    const text = await (await post('/api/chat', { message: 'egg' }, EVENTS)).text()
    expect(text).not.toContain('secret')
    const { status, title, detail } = problems['internal-error']
    expect(readEvents(text).at(-1)).toEqual({
      event: 'error',
      data: { type: '/problems/internal-error', title, status, detail },
    })
    const about = { id: expect.any(String), method: 'POST', route: '/api/chat' }
    expect(onError.mock.calls).toEqual([[secret, about]])
  })
})

describe('a stream', () => {
  test('has its first event before the engine is asked', async () => {
    const { held, asked, release } = heldEngine()
    const response = await testApp({ startup: loaded(held) }).post('/api/chat', { message: 'egg' }, EVENTS)
    const { read } = readerOf(response)
    expect(await read()).toMatch(/^event: status\ndata: .*"searching"}\n\n$/)
    expect(asked).toEqual([])
    release()
    let rest = ''
    for (let part = await read(); part; part = await read()) rest += part
    expect(namesOf(readEvents(rest)).at(-1)).toBe('done')
  })

  test('shows that it lives, every 15 seconds, until it ends', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { held, release } = heldEngine()
    const response = await testApp({ startup: loaded(held) }).post('/api/chat', { message: 'egg' }, EVENTS)
    const { read } = readerOf(response)
    await read()
    vi.advanceTimersByTime(15_000)
    expect(await read()).toBe(': heartbeat\n\n')
    vi.advanceTimersByTime(30_000)
    expect([await read(), await read()]).toEqual([': heartbeat\n\n', ': heartbeat\n\n'])
    release()
    while (await read());
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  test('that nobody reads any more frees its place, and its answer is never begun', async () => {
    const { held, asked, release } = heldEngine()
    const { post } = testApp({ startup: loaded(held), capacity: { running: 1, waiting: 1 } })
    const first = await post('/api/chat', { message: 'egg 1' }, EVENTS)
    const gone = readerOf(await post('/api/chat', { message: 'egg 2' }, EVENTS))
    await expectProblem(await post('/api/chat', { message: 'egg 3' }, EVENTS), 'busy')
    await gone.read()
    await gone.cancel()
    const last = await post('/api/chat', { message: 'egg 4' }, EVENTS)
    release()
    for (const response of [first, last]) expect(namesOf(readEvents(await response.text())).at(-1)).toBe('done')
    expect(asked.map(({ message }) => message)).toEqual(['egg 1', 'egg 4'])
  })

  test('is told to the operator when it has ended, with what it brought', async () => {
    const { held, release } = heldEngine()
    const records: RequestRecord[] = []
    const { post } = testApp({ startup: loaded(held), onRequest: (record) => records.push(record) })
    const response = await post('/api/chat', { message: 'egg', maxQuotes: 2 }, EVENTS)
    expect(records).toEqual([])
    release()
    await response.text()
    await vi.waitFor(() => expect(records).toHaveLength(1))
    expect(records[0]).toMatchObject({ route: '/api/chat', status: 200, counts: { quotes: 2 } })
  })
})
