import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { KeyPolicy } from '../../src/http/api-keys.ts'
import type { ProblemKind } from '../../src/http/problem.ts'
import type { RequestRecord } from '../../src/http/request-record.ts'
import { expectProblem, testApp } from './harness.ts'

const KEY = 'qw_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG'
const SLOW = `${KEY.slice(0, -1)}H`
const hash = (key: string) => createHash('sha256').update(key).digest('hex')
const keys = [
  { name: 'app', hash: hash(KEY), requestsPerMinute: null },
  { name: 'slow', hash: hash(SLOW), requestsPerMinute: 2 },
]
const HOST_PAGE = 'https://patients.example'

function locked(policy: Partial<KeyPolicy> = {}, more: Parameters<typeof testApp>[0] = {}) {
  const keyPolicy: KeyPolicy = { keys, requiredOf: 'programs', ...policy }
  return testApp({ keyPolicy, allowedOrigins: [HOST_PAGE], ...more })
}

const EGG = { message: 'egg' }

describe('a call of the API', () => {
  test.each<[string, Record<string, string>]>([
    ['Authorization: Bearer', { Authorization: `Bearer ${KEY}` }],
    ['a scheme in lower case', { Authorization: `bearer  ${KEY}` }],
    ['X-API-Key', { 'X-API-Key': KEY }],
    ['X-API-Key beside what is meant for a proxy', { 'X-API-Key': KEY, Authorization: 'Basic YTpi' }],
    ['a page of an allowed origin', { Origin: HOST_PAGE }],
    ['a page of this server, as browsers say', { 'Sec-Fetch-Site': 'same-origin' }],
    ['a page of this server, by its address', { Origin: 'https://chat.example', Host: 'chat.example' }],
  ])('gets in with %s', async (_name, headers) => {
    const { post } = locked()
    expect((await post('/api/chat', EGG, headers)).status).toBe(200)
    expect((await post('/api/search', { query: 'egg' }, headers)).status).toBe(200)
  })

  test.each<[string, ProblemKind, Record<string, string>]>([
    ['nothing', 'key-required', {}],
    ['another scheme', 'key-required', { Authorization: 'Basic YTpi' }],
    ['a page of another origin', 'key-required', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['a sandboxed page', 'key-required', { Origin: 'null' }],
    ['a page that only begins like an allowed one', 'key-required', { Origin: `${HOST_PAGE}.evil.example` }],
    ['a wrong key', 'invalid-key', { Authorization: `Bearer ${KEY}x` }],
    ['half of a key', 'invalid-key', { Authorization: `Bearer ${KEY.slice(0, 20)}` }],
    ['no key after Bearer', 'invalid-key', { Authorization: 'Bearer' }],
    ['the hash in place of the key', 'invalid-key', { 'X-API-Key': hash(KEY) }],
    ['the name in place of the key', 'invalid-key', { 'X-API-Key': 'app' }],
    ['a key in other case', 'invalid-key', { 'X-API-Key': KEY.toUpperCase() }],
    ['a very long key', 'invalid-key', { 'X-API-Key': KEY.repeat(100) }],
    ['a wrong key from an allowed page', 'invalid-key', { Origin: HOST_PAGE, 'X-API-Key': 'x' }],
  ])('is turned away with %s', async (_name, kind, headers) => {
    const { post, engine } = locked()
    for (const path of ['/api/chat', '/api/search']) {
      const response = await post(path, EGG, headers)
      expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer realm="quotewell"/)
      await expectProblem(response, kind)
    }
    expect(engine.asked).toEqual([])
  })

  test('needs a key from allowed pages, too, where everyone does', async () => {
    const { post } = locked({ requiredOf: 'everyone' })
    await expectProblem(await post('/api/chat', EGG, { Origin: HOST_PAGE }), 'key-required')
    await expectProblem(await post('/api/chat', EGG, { 'Sec-Fetch-Site': 'same-origin' }), 'key-required')
    expect((await post('/api/chat', EGG, { Origin: HOST_PAGE, 'X-API-Key': KEY })).status).toBe(200)
  })

  test('of another dialect needs a key for every method', async () => {
    const { app } = locked()
    for (const method of ['GET', 'POST']) {
      await expectProblem(await app.request('/mcp', { method }), 'key-required')
      for (const path of ['/v1/models', '/v1/chat/completions']) {
        const response = await app.request(path, { method })
        expect(response.status).toBe(401)
        expect(response.headers.get('WWW-Authenticate')).toContain('Bearer')
        expect(await response.json()).toMatchObject({ error: { code: 'key_required', type: 'invalid_request_error' } })
      }
    }
    expect((await app.request('/v1things')).status).toBe(404)
  })
})

test('pages, sources and the state of the server need no key', async () => {
  const { app, ask } = locked({ requiredOf: 'everyone' })
  const paths = [
    '/',
    '/sources/birds',
    '/page.css',
    '/api/sources',
    '/api/sources/birds',
    '/api/health',
    '/openapi.json',
  ]
  for (const path of paths) expect((await app.request(path)).status).toBe(200)
  expect((await ask('egg')).status).toBe(200)
  expect((await app.request('/api/chat', { method: 'OPTIONS' })).status).toBe(204)
})

test('without keys none is looked at: clients that always send one get in', async () => {
  const { post } = testApp({ keyPolicy: { keys: [], requiredOf: 'programs' } })
  expect((await post('/api/chat', EGG, { Authorization: 'Bearer none-needed' })).status).toBe(200)
})

test('a key has its own limit in place of that of its client, and others of the same client theirs', async () => {
  const { post } = locked({}, { rateLimit: { requestsPerMinute: 1, clientOf: () => 'same' } })
  const ask = async (headers: Record<string, string>) => (await post('/api/chat', EGG, headers)).status
  const by = async (headers: Record<string, string>, times: number) => {
    const statuses: number[] = []
    for (let i = 0; i < times; i++) statuses.push(await ask(headers))
    return statuses
  }
  expect(await by({ 'X-API-Key': KEY }, 4)).toEqual([200, 200, 200, 200])
  expect(await by({ Authorization: `Bearer ${SLOW}` }, 3)).toEqual([200, 200, 429])
  expect(await by({ Origin: HOST_PAGE }, 2)).toEqual([200, 429])
})

test('a limit of a key holds where clients without one have none', async () => {
  const { post } = locked({}, { rateLimit: { requestsPerMinute: null, clientOf: () => 'same' } })
  const ask = async (headers: Record<string, string>) => (await post('/api/chat', EGG, headers)).status
  for (let i = 0; i < 5; i++) expect(await ask({ Origin: HOST_PAGE })).toBe(200)
  expect([
    await ask({ 'X-API-Key': SLOW }),
    await ask({ 'X-API-Key': SLOW }),
    await ask({ 'X-API-Key': SLOW }),
  ]).toEqual([200, 200, 429])
})

test('the record of a request holds the name of its key, never the key', async () => {
  const records: RequestRecord[] = []
  const { post } = locked({}, { onRequest: (record) => records.push(record) })
  await post('/api/chat', EGG, { 'X-API-Key': KEY })
  await post('/api/chat', EGG, { 'X-API-Key': `${KEY}x` })
  expect(records.map(({ key, status }) => [key, status])).toEqual([
    ['app', 200],
    [undefined, 401],
  ])
  expect(JSON.stringify(records)).not.toContain('qw_')
})
