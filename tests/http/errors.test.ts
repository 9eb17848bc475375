import { describe, expect, test, vi } from 'vitest'
import { createEngine, expectProblem, loaded, testApp } from './harness.ts'

const { app, post } = testApp()

describe('addresses and methods', () => {
  test.each(['/nowhere', '/api', '/api/chat/', '/page.css/x', '/%E0%A4%A'])('nothing is at %s', async (path) => {
    const response = await app.request(path)
    expect(await response.clone().text()).not.toContain('nowhere')
    await expectProblem(response, 'not-found')
  })

  test.each([
    ['GET', '/api/chat', 'POST'],
    ['DELETE', '/api/search', 'POST'],
    ['POST', '/api/sources', 'GET, HEAD'],
    ['PUT', '/api/sources/birds', 'GET, HEAD'],
    ['POST', '/sources/birds', 'GET, HEAD'],
    ['POST', '/openapi.json', 'GET, HEAD'],
    ['PUT', '/', 'GET, HEAD, POST'],
  ])('%s %s is not allowed', async (method, path, allow) => {
    const response = await app.request(path, { method })
    expect(response.headers.get('Allow')).toBe(allow)
    await expectProblem(response, 'method-not-allowed')
  })

  test('HEAD is GET without a body', async () => {
    const response = await app.request('/api/sources', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})

describe('an unexpected error', () => {
  const secret = new Error('secret detail of the question')
  const engine = { ...createEngine(), answer: () => Promise.reject(secret), search: () => Promise.reject(secret) }

  test('is reported, and the caller sees nothing of it', async () => {
    const onError = vi.fn()
    const { post, ask } = testApp({ startup: loaded(engine), onError })
    const responses = [
      await post('/api/chat', { message: 'egg' }),
      await post('/api/search', { query: 'egg' }),
      await ask('egg'),
    ]
    for (const response of responses) {
      expect(await response.clone().text()).not.toMatch(/secret|stack|at .*\.ts/)
      await expectProblem(response, 'internal-error')
    }
    const about = (method: string, route: string) => [
      secret,
      { id: expect.stringMatching(/^[\da-f-]{36}$/), method, route },
    ]
    expect(onError.mock.calls).toEqual([about('POST', '/api/chat'), about('POST', '/api/search'), about('POST', '/')])
  })

  test('is swallowed where nobody listens', async () => {
    const { post } = testApp({ startup: loaded(engine) })
    await expectProblem(await post('/api/chat', { message: 'egg' }), 'internal-error')
  })
})

test('nothing is ever written to the console', async () => {
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name))
  await post('/api/chat', { message: 'egg' })
  await post('/api/chat', '{')
  await post('/api/chat', { message: '' })
  for (const spy of spies) expect(spy).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})
