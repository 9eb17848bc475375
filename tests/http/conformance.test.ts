import { describe, expect, test } from 'vitest'
import { expectDocumented } from './conformance.ts'
import { createEngine, loaded, testApp } from './harness.ts'

const { app, post } = testApp()

const asJson = (body: object, headers: Record<string, string> = {}, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'X-Request-Id': crypto.randomUUID(), ...headers },
  })

describe('a reply that is not what the document says is found', () => {
  test.each([
    ['another status', 'GET', '/api/health', asJson({ status: 'ok' }, {}, 201)],
    ['another media type', 'GET', '/api/health', asJson({ status: 'ok' }, { 'Content-Type': 'text/plain' })],
    ['a missing header', 'GET', '/api/health', Response.json({ status: 'ok' })],
    ['a missing field', 'GET', '/api/health', asJson({})],
    ['a field more', 'GET', '/api/health', asJson({ status: 'ok', uptime: 1 })],
    ['another value', 'GET', '/api/health', asJson({ status: 'fine' })],
    [
      'a problem without Retry-After',
      'GET',
      '/api/ready',
      asJson({}, { 'Content-Type': 'application/problem+json' }, 503),
    ],
    ['an undocumented address', 'GET', '/api/secret', asJson({ status: 'ok' })],
    ['an undocumented method', 'PUT', '/api/health', asJson({ status: 'ok' })],
  ])('%s', async (_name, method, path, response) => {
    await expect(expectDocumented(method, path, response)).rejects.toThrow(`${method} ${path}`)
  })

  test('deep inside', async () => {
    const reply = JSON.parse(await (await post('/api/chat', { message: 'egg' })).text())
    const held = (change: (copy: typeof reply) => void) => {
      const copy = structuredClone(reply)
      change(copy)
      return expectDocumented('POST', '/api/chat', asJson(copy))
    }
    await held(() => {})
    for (const change of [
      (copy: typeof reply) => (copy.quotes[0].start = -1),
      (copy: typeof reply) => (copy.quotes[0].extra = 1),
      (copy: typeof reply) => (copy.sources[0].title = null),
      (copy: typeof reply) => (copy.disclaimers = []),
      (copy: typeof reply) => (copy.question.heard = 'x'),
    ]) {
      await expect(held(change)).rejects.toThrow()
    }
  })

  test('in a part that is another schema and more', async () => {
    const source = JSON.parse(await (await app.request('/api/sources/owls')).text())
    await expectDocumented('GET', '/api/sources/owls', asJson(source))
    await expect(expectDocumented('GET', '/api/sources/owls', asJson({ ...source, extra: 1 }))).rejects.toThrow()
    const { text: _, ...rest } = source
    await expect(expectDocumented('GET', '/api/sources/owls', asJson(rest))).rejects.toThrow()
  })

  test.each([
    ['of another name', 'event: thought\ndata: {}\n\n'],
    ['with other data', 'event: done\ndata: {"id":7}\n\n'],
    ['with data of another event', 'event: done\ndata: {"text":"x"}\n\n'],
  ])('in an event %s', async (_name, text) => {
    const stream = asJson({}, { 'Content-Type': 'text/event-stream' })
    const response = await expectDocumented('POST', '/api/chat', new Response(text, stream))
    await expect(response.text()).rejects.toThrow('POST /api/chat')
  })
})

test('every reply of the test app is held against the document, streamed or not', async () => {
  const engine = createEngine()
  const { post } = testApp({
    startup: loaded({
      ...engine,
      answer: async (request) => {
        const answer = await engine.answer(request)
        return { ...answer, quotes: answer.quotes.map((quote) => ({ ...quote, score: 7 })) }
      },
    }),
  })
  await expect(post('/api/chat', { message: 'egg' })).rejects.toThrow('score must be <= 1')
  const streamed = await post('/api/chat', { message: 'egg' }, { Accept: 'text/event-stream' })
  await expect(streamed.text()).rejects.toThrow('POST /api/chat')
})
