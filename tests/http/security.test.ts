import { describe, expect, test } from 'vitest'
import { testApp } from './harness.ts'

const HOST_PAGE = 'https://patients.example'
const paths = [
  '/',
  '/sources/birds',
  '/sources/none',
  '/page.css',
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
    expect((await from([entry], HOST_PAGE)).headers.get('Access-Control-Allow-Credentials')).toBeNull()
  })

  test('ask first, and are told what they may send', async () => {
    const headers = { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' }
    const response = await from([HOST_PAGE], HOST_PAGE, { method: 'OPTIONS', headers, body: null })
    expect([response.status, allowed(response)]).toEqual([204, HOST_PAGE])
    expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET,HEAD,POST')
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type')
  })
})
