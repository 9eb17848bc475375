import { expect, test } from 'vitest'
import type { RequestRecord } from '../../src/http/request-record.ts'
import { createEngine, loaded, neverLoaded, testApp } from './harness.ts'

function recording(options: Parameters<typeof testApp>[0] = {}) {
  const records: RequestRecord[] = []
  return { ...testApp({ ...options, onRequest: (record) => records.push(record) }), records }
}

const SECRET = 'rosalind'

test('tells route, status, time and counts of each request, and its id, which the reply carries too', async () => {
  const { app, post, ask, records } = recording()
  const replies = [
    await post('/api/chat', { message: 'egg', maxQuotes: 2 }),
    await post('/api/search', { query: 'egg', limit: 3 }),
    await ask('egg'),
    await app.request('/sources/birds?start=0&end=4'),
    await app.request('/api/sources/none'),
    await app.request('/page.css', { method: 'HEAD' }),
  ]
  expect(records.map(({ method, route, status, counts }) => [method, route, status, counts])).toEqual([
    ['POST', '/api/chat', 200, { quotes: 2 }],
    ['POST', '/api/search', 200, { passages: 3 }],
    ['POST', '/', 200, { quotes: 3 }],
    ['GET', '/sources/:id', 200, {}],
    ['GET', '/api/sources/:id', 404, {}],
    ['HEAD', '/page.css', 200, {}],
  ])
  for (const { ms } of records) expect(ms).toBeGreaterThanOrEqual(0)
  expect(records.map(({ id }) => id)).toEqual(replies.map(({ headers }) => headers.get('X-Request-Id')))
  expect(new Set(records.map(({ id }) => id)).size).toBe(replies.length)
})

test('takes over the id of a caller that can hold no words, and no other', async () => {
  const { app, records } = recording()
  const idFor = async (sent: string) =>
    (await app.request('/', { headers: { 'X-Request-Id': sent } })).headers.get('X-Request-Id')
  const uuid = '0f8c1d52-9a63-4f0e-8a51-3c1e2b7d9f10'
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
  const own = [uuid, trace, trace.slice(16), uuid.toUpperCase()]
  for (const sent of own) expect(await idFor(sent)).toBe(sent.toLowerCase())
  const others = ['', 'a', 'deadbeef', SECRET, `${uuid}x`, `${trace} ${trace}`, 'f'.repeat(65), 'my-name-is-rosalind']
  for (const sent of others) expect(await idFor(sent)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
  expect(records.map(({ id }) => id).slice(0, 4)).toEqual(own.map((sent) => sent.toLowerCase()))
})

test('tells of what fails, too', async () => {
  const failing = { ...createEngine(), answer: () => Promise.reject(new Error(SECRET)) }
  const { post, records } = recording({ startup: loaded(failing) })
  await post('/api/chat', { message: 'egg' })
  await post('/api/chat', '{')
  await post('/api/chat', {})
  await post('/api/chat', 'x'.repeat(600_000))
  const starting = recording({ startup: neverLoaded() })
  await starting.post('/api/chat', { message: 'egg' })
  expect([...records, ...starting.records].map(({ status }) => status)).toEqual([500, 400, 422, 413, 503])
})

test('holds nothing of what a caller can write: address, query, method, headers, body', async () => {
  const { app, post, records } = recording()
  const headers = { 'X-Request-Id': SECRET, 'User-Agent': SECRET, Referer: `https://${SECRET}.example`, Cookie: SECRET }
  await app.request(`/${SECRET}`, { headers })
  await app.request(`/?message=${SECRET}`, { headers })
  await app.request(`/api/sources/${SECRET}?${SECRET}`, { headers })
  await app.request('/api/chat', { method: SECRET.toUpperCase(), headers })
  await app.request(`/sources/${SECRET}`, { method: 'POST', body: SECRET, headers })
  await post(`/api/chat?${SECRET}`, { message: SECRET, [SECRET]: SECRET }, headers)
  expect(records.map(({ method, route, status }) => [method, route, status])).toEqual([
    ['GET', 'none', 404],
    ['GET', '/', 200],
    ['GET', '/api/sources/:id', 404],
    ['other', 'none', 405],
    ['POST', 'none', 405],
    ['POST', '/api/chat', 422],
  ])
  expect(JSON.stringify(records).toLowerCase()).not.toContain(SECRET)
})
