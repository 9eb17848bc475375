/** What no well-behaved client sends. */
import { expect, test } from 'vitest'
import { expectProblem, neverLoaded, testApp } from './harness.ts'

const SECRET = 'my-secret-words'
const { app, engine, post } = testApp({ allowedOrigins: ['https://a.org'] })
const askFor = (message: string, id: unknown = 1) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name: 'ask', arguments: { message } },
})

async function rpcOf(response: Response, status = 200) {
  expect(response.status).toBe(status)
  const text = await response.text()
  expect(text).not.toContain(SECRET)
  return JSON.parse(text)
}

test.each([
  ['no JSON', `{"a": ${SECRET}`, -32700],
  ['no message', { hello: SECRET }, -32600],
  ['a batch, which would be many questions for one request', [askFor('egg', 1), askFor('egg', 2)], -32600],
])('%s is refused', async (_name, body, code) => {
  const asked = engine.asked.length
  expect((await rpcOf(await post('/mcp', body), 400)).error.code).toBe(code)
  expect(engine.asked).toHaveLength(asked)
})

test.each([
  ['a method that there is not', { method: SECRET }, -32601],
  ['a tool without a name', { method: 'tools/call', params: { arguments: { message: SECRET } } }, -32602],
  ['a resource without an address', { method: 'resources/read', params: { address: SECRET } }, -32602],
])('%s gets an error of its own', async (_name, request, code) => {
  const { id, error } = await rpcOf(await post('/mcp', { jsonrpc: '2.0', id: 7, ...request }))
  expect({ id, code: error.code }).toEqual({ id: 7, code })
})

test('a protocol version that is not known is refused with those that are', async () => {
  const { error } = await rpcOf(await post('/mcp', askFor('egg'), { 'MCP-Protocol-Version': SECRET }), 400)
  expect(error.message).toContain('2025-06-18')
})

test('a caller that takes neither JSON nor events is told so', async () => {
  expect((await rpcOf(await post('/mcp', askFor('egg'), { Accept: 'text/html' }), 406)).error).toBeTruthy()
})

test('a message that is no request is taken without a reply', async () => {
  const response = await post('/mcp', { jsonrpc: '2.0', method: 'notifications/initialized' })
  expect(response.status).toBe(202)
})

test('a website is let in where its origin is allowed, and only there', async () => {
  const from = (origin: string) => post('/mcp', askFor('egg'), { Origin: origin, Host: new URL(origin).host })
  expect((await rpcOf(await from('https://a.org'))).result.structuredContent.status).toBe('answered')
  const asked = engine.asked.length
  for (const origin of ['https://b.org', 'http://localhost', 'https://a.org.evil.example']) {
    await expectProblem(await from(origin), 'forbidden-origin')
  }
  expect((await post('/mcp', askFor('egg'), { Origin: 'null' })).status).toBe(403)
  expect(engine.asked).toHaveLength(asked)
  const open = testApp({ allowedOrigins: ['*'] })
  expect((await open.post('/mcp', askFor('egg'), { Origin: 'https://b.org' })).status).toBe(200)
})

test('other methods, other media types and bodies that are too large are refused as everywhere', async () => {
  const get = await app.request('/mcp', { headers: { Accept: 'text/event-stream' } })
  await expectProblem(get, 'method-not-allowed')
  expect(get.headers.get('Allow')).toBe('POST')
  await expectProblem(await app.request('/mcp', { method: 'DELETE' }), 'method-not-allowed')
  await expectProblem(await post('/mcp', askFor('egg'), { 'Content-Type': 'text/plain' }), 'unsupported-media-type')
  await expectProblem(await post('/mcp', askFor('a'.repeat(600_000))), 'body-too-large')
})

test('messages count for the rate limit', async () => {
  const limited = testApp({ rateLimit: { requestsPerMinute: 1, clientOf: () => '' } })
  await limited.post('/mcp', askFor('egg'))
  await expectProblem(await limited.post('/mcp', askFor('egg')), 'too-many-requests')
})

test('an engine that is not there is told as a failed call, to come back to', async () => {
  const loading = testApp({ startup: neverLoaded() })
  const { result } = await rpcOf(await loading.post('/mcp', askFor('egg')))
  expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('still starting') }] })
  const listing = { jsonrpc: '2.0', id: 1, method: 'resources/list' }
  expect((await rpcOf(await loading.post('/mcp', listing))).error.message).toContain('still starting')
})

test('an unexpected error is told to the operator alone', async () => {
  const seen: unknown[] = []
  const failing = { ...engine, answer: () => Promise.reject(new Error(SECRET)) }
  const startup = { current: () => failing, wait: async () => failing }
  const { post } = testApp({ startup, onError: (_error, request) => void seen.push(request?.route) })
  expect((await rpcOf(await post('/mcp', askFor('egg')))).error.code).toBe(-32603)
  expect(seen).toEqual(['/mcp'])
})
