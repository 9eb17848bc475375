import { describe, expect, test, vi } from 'vitest'
import type { Engine } from '../../src/core/answer/reply.ts'
import { health, readiness } from '../../src/http/schemas/state.ts'
import { createStartup } from '../../src/http/startup.ts'
import { createEngine, expectProblem, loaded, neverLoaded, testApp } from './harness.ts'

describe('createStartup', () => {
  test('gives the engine to those who wait for it', async () => {
    let resolve = (_engine: Engine) => {}
    const startup = createStartup(new Promise<Engine>((resolvePromise) => (resolve = resolvePromise)))
    expect(startup.current()).toBeNull()
    const waiting = startup.wait(60_000)
    const engine = createEngine()
    resolve(engine)
    expect(await waiting).toBe(engine)
    expect(startup.current()).toBe(engine)
    expect(await startup.wait(0)).toBe(engine)
  })

  test('gives null when patience ends, and leaves no timer behind', async () => {
    vi.useFakeTimers()
    const waiting = neverLoaded().wait(30_000)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await waiting).toBeNull()
    await createStartup(Promise.resolve(createEngine())).wait(30_000)
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  test('gives null at once after a failed load, and rejects nowhere', async () => {
    const startup = createStartup(Promise.reject(new Error('no model')))
    expect(await startup.wait(60_000)).toBeNull()
    expect(startup.current()).toBeNull()
  })
})

describe('while the engine loads', () => {
  const { app, post, ask } = testApp({ startup: neverLoaded() })

  test('the process lives but is not ready', async () => {
    const alive = await app.request('/api/health')
    expect([alive.status, health.strict().parse(await alive.json())]).toEqual([200, { status: 'ok' }])
    const response = await app.request('/api/ready')
    expect(response.headers.get('Retry-After')).toBe('5')
    await expectProblem(response, 'not-ready')
  })

  test('what needs it waits a little and is told to try again', async () => {
    const responses = [
      await post('/api/chat', { message: 'egg' }),
      await post('/api/search', { query: 'egg' }),
      await app.request('/api/sources'),
      await app.request('/api/sources/birds'),
    ]
    for (const response of responses) {
      expect(response.headers.get('Retry-After')).toBe('5')
      await expectProblem(response, 'not-ready')
    }
  })

  test('a bad request does not wait', async () => {
    await expectProblem(await post('/api/chat', {}), 'invalid-request')
  })

  test('pages say so, and the form is there', async () => {
    for (const response of [await ask('egg'), await app.request('/sources/birds')]) {
      expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5'])
      expect(await response.text()).toContain('still starting')
    }
    expect((await app.request('/')).status).toBe(200)
  })
})

test('ready once the engine is loaded', async () => {
  const startup = loaded(createEngine())
  await startup.wait(20)
  const { app } = testApp({ startup })
  const response = await app.request('/api/ready')
  expect([response.status, readiness.strict().parse(await response.json())]).toEqual([200, { status: 'ready' }])
})
