import { expect, test } from 'vitest'
import { labels } from '../../src/http/pages/labels.ts'
import { testApp } from './harness.ts'

const asClient = (name: string) => ({ 'X-Test-Client': name })
const limited = () =>
  testApp({ rateLimit: { requestsPerMinute: 2, clientOf: (c) => c.req.header('X-Test-Client') ?? '' } })

test('a client over the limit is told when to come back, others go on', async () => {
  const { post } = limited()
  const ask = (name: string) => post('/api/chat', { message: 'robin' }, asClient(name))
  expect((await ask('a')).status).toBe(200)
  expect((await ask('a')).status).toBe(200)
  const refused = await ask('a')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('Content-Type')).toBe('application/problem+json')
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(refused.headers.get('RateLimit-Policy')).toBe('2;w=60')
  expect(refused.headers.get('RateLimit')).toMatch(/^limit=2, remaining=0, reset=\d+$/)
  expect((await ask('b')).status).toBe(200)
})

test('who asks on the page over the limit gets a page', async () => {
  const { app } = limited()
  const ask = () =>
    app.request('/', { method: 'POST', headers: asClient('a'), body: new URLSearchParams({ message: 'robin' }) })
  await ask()
  await ask()
  const refused = await ask()
  expect(refused.status).toBe(429)
  expect(refused.headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(await refused.text()).toContain(labels.later['too-many-requests'])
})

test('reading sources and asking for the state never counts', async () => {
  const { app } = limited()
  for (let i = 0; i < 5; i++) {
    expect((await app.request('/api/health', { headers: asClient('a') })).status).toBe(200)
    expect((await app.request('/api/sources', { headers: asClient('a') })).status).toBe(200)
  }
})

test('without a limit nothing is counted', async () => {
  const { post } = testApp()
  for (let i = 0; i < 20; i++) expect((await post('/api/chat', { message: 'robin' })).status).toBe(200)
})
