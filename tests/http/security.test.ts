import { describe, expect, test } from 'vitest'
import { createEngine, loaded, neverLoaded, testApp } from './harness.ts'

const HOST_PAGE = 'https://patients.example'
/** The page at `/` may run the chat element, and nothing else. */
const paths = [
  '/sources/birds',
  '/sources/none',
  '/page.css',
  '/docs',
  '/api/sources',
  '/api/chat',
  '/nowhere',
  '/openapi.json',
]

describe('headers', () => {
  const { app } = testApp()

  test.each(paths)('%s has the strict ones', async (path) => {
    const { headers } = await app.request(path)
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('X-Frame-Options')).toBe('DENY')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=15552000')
    expect(headers.get('Set-Cookie')).toBeNull()
  })

  test('/ may run the chat element besides', async () => {
    expect((await app.request('/')).headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
  })

  const failing = { ...createEngine(), answer: () => Promise.reject(new Error('x')) }
  const rateLimit = { requestsPerMinute: 0, clientOf: () => '' }
  const egg = { message: 'egg' }
  test.each<[number, string, () => Response | Promise<Response>]>([
    [200, 'an answer', () => testApp().post('/api/chat', egg)],
    [200, 'a search', () => testApp().post('/api/search', { query: 'egg' })],
    [200, 'an answer on the page', () => testApp().ask('egg')],
    [200, 'HEAD', () => app.request('/api/health', { method: 'HEAD' })],
    [200, 'health', () => app.request('/api/health')],
    [200, 'ready', () => app.request('/api/ready')],
    [200, 'a source', () => app.request('/api/sources/birds')],
    [204, 'a preflight', () => app.request('/api/chat', { method: 'OPTIONS' })],
    [400, 'no JSON', () => testApp().post('/api/chat', '{')],
    [404, 'no source', () => app.request('/api/sources/none')],
    [405, 'a wrong method', () => app.request('/api/chat')],
    [413, 'a large body', () => testApp().post('/api/chat', 'x'.repeat(600_000))],
    [415, 'a wrong type', () => testApp().post('/api/chat', '', { 'Content-Type': 'text/plain' })],
    [422, 'a bad field', () => testApp().post('/api/chat', {})],
    [422, 'an empty form', () => testApp().ask('')],
    [429, 'too many requests', () => testApp({ rateLimit }).post('/api/chat', egg)],
    [500, 'an error', () => testApp({ startup: loaded(failing) }).post('/api/chat', egg)],
    [503, 'not ready', () => testApp({ startup: neverLoaded() }).post('/api/chat', egg)],
    [503, 'a page that is not ready', () => testApp({ startup: neverLoaded() }).ask('egg')],
  ])('%i has the strict ones, too: %s', async (status, _name, send) => {
    const response = await send()
    expect(response.status).toBe(status)
    const strict = (await app.request('/api/health')).headers
    for (const name of [
      'Content-Security-Policy',
      'X-Frame-Options',
      'X-Content-Type-Options',
      'Referrer-Policy',
      'Strict-Transport-Security',
      'Cross-Origin-Opener-Policy',
      'Cross-Origin-Resource-Policy',
    ]) {
      expect(strict.get(name), name).toBeTruthy()
      expect(response.headers.get(name), name).toBe(strict.get(name))
    }
    expect(response.headers.get('Set-Cookie')).toBeNull()
  })

  test('only allowed origins may frame a page', async () => {
    const { headers } = await testApp({ allowedOrigins: [HOST_PAGE, 'https://b.example'] }).app.request('/')
    expect(headers.get('Content-Security-Policy')).toMatch(
      /frame-ancestors https:\/\/patients\.example https:\/\/b\.example$/,
    )
    expect(headers.get('X-Frame-Options')).toBeNull()
  })
})

describe('other origins', () => {
  const from = (allowedOrigins: string[], origin: string, init: RequestInit = {}) =>
    testApp({ allowedOrigins }).app.request('/api/chat', {
      method: 'POST',
      body: JSON.stringify({ message: 'egg' }),
      ...init,
      headers: { Origin: origin, 'Content-Type': 'application/json', ...init.headers },
    })
  const allowed = (response: Response) => response.headers.get('Access-Control-Allow-Origin')

  test('on the list may read replies, errors too', async () => {
    const response = await from([HOST_PAGE], HOST_PAGE)
    expect([response.status, allowed(response), response.headers.get('Vary')]).toEqual([200, HOST_PAGE, 'Origin'])
    expect(allowed(await from([HOST_PAGE], HOST_PAGE, { body: '{' }))).toBe(HOST_PAGE)
    expect(allowed(await from([HOST_PAGE], HOST_PAGE, { body: 'x'.repeat(600_000) }))).toBe(HOST_PAGE)
  })

  test.each(['https://patients.example.evil', 'http://patients.example', 'https://PATIENTS.example', 'null', '*', ''])(
    'not on the list may not: %j',
    async (origin) => {
      expect(allowed(await from([HOST_PAGE], origin))).toBeNull()
      expect(allowed(await from([], origin))).toBeNull()
    },
  )

  test('any may where the list is *', async () => {
    const response = await from(['*'], 'https://anyone.example')
    expect(allowed(response)).toBe('*')
    expect(response.headers.get('Content-Security-Policy')).toMatch(/frame-ancestors \*$/)
  })

  test('* among others allows nobody more', async () => {
    expect(allowed(await from(['*', HOST_PAGE], 'https://anyone.example'))).toBeNull()
  })

  test.each([['*'], [HOST_PAGE]])('never with credentials: %s', async (entry) => {
    const preflight = { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'POST' }, body: null }
    for (const init of [{}, { headers: { Cookie: 'a=b', Authorization: 'Basic x' } }, { body: '{' }, preflight]) {
      expect((await from([entry], HOST_PAGE, init)).headers.get('Access-Control-Allow-Credentials')).toBeNull()
    }
  })

  test('ask first, and are told what they may send', async () => {
    const headers = { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' }
    const response = await from([HOST_PAGE], HOST_PAGE, { method: 'OPTIONS', headers, body: null })
    expect([response.status, allowed(response)]).toEqual([204, HOST_PAGE])
    expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET,HEAD,POST')
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe(
      'Content-Type,Authorization,X-API-Key,X-Request-Id,MCP-Protocol-Version',
    )
  })
})
