import { describe, expect, test } from 'vitest'
import type { Answer, ChatRequest, Engine } from '../../src/core/answer/reply.ts'
import { createStartup } from '../../src/http/startup.ts'
import { createEngine, expectProblem, loaded, neverLoaded, testApp } from './harness.ts'

/** An engine that works at an answer until it is told to go on. */
function slowEngine() {
  const quick = createEngine()
  const atWork: (() => void)[] = []
  const state = { running: 0, most: 0, begun: [] as string[] }
  const answer = async (request: ChatRequest): Promise<Answer> => {
    state.begun.push(request.message)
    state.running++
    state.most = Math.max(state.most, state.running)
    await new Promise<void>((resolve) => atWork.push(resolve))
    state.running--
    return quick.answer(request)
  }
  return { engine: { ...quick, answer }, state, finishOne: () => atWork.shift()?.() }
}

/** Until everything that can go on without the engine has. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

function slowApp(capacity: { running: number; waiting: number }) {
  const slow = slowEngine()
  const { app } = testApp({ startup: loaded(slow.engine), capacity })
  const ask = (message: string, signal = new AbortController().signal) =>
    Promise.resolve(
      app.request(
        new Request('http://a/api/chat', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ message }),
          signal,
        }),
      ),
    )
  return { ...slow, app, ask }
}

async function expectBusy(response: Response) {
  expect(response.headers.get('Retry-After')).toBe('2')
  await expectProblem(response, 'busy')
}

test('so many answers are worked out at a time, the others in the order in which they came', async () => {
  const { ask, state, finishOne } = slowApp({ running: 2, waiting: 3 })
  const messages = ['egg 1', 'egg 2', 'egg 3', 'egg 4', 'egg 5']
  const replies = Promise.all(messages.map((message) => ask(message)))
  for (const running of [2, 2, 2, 2, 1]) {
    await settle()
    expect(state.running).toBe(running)
    finishOne()
  }
  expect((await replies).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect(state.begun).toEqual(messages)
  expect(state.most).toBe(2)
})

test('beyond those that may wait, the server is busy, on every way in, until there is room', async () => {
  const { app, ask, finishOne } = slowApp({ running: 1, waiting: 1 })
  const replies = [ask('egg 1'), ask('egg 2')]
  await settle()
  await expectBusy(await ask('egg 3'))
  const query = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"query": "egg"}' }
  await expectBusy(await app.request('/api/search', query))
  const page = await app.request('/', { method: 'POST', body: new URLSearchParams({ message: 'egg' }) })
  expect([page.status, page.headers.get('Retry-After')]).toEqual([503, '2'])
  expect(await page.text()).toContain('Many people are asking right now')
  expect((await app.request('/api/health')).status).toBe(200)
  expect((await app.request('/api/sources')).status).toBe(200)

  finishOne()
  await replies[0]
  await settle()
  replies.push(ask('egg 4'))
  await settle()
  finishOne()
  await settle()
  finishOne()
  expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([200, 200, 200])
})

test('a failed answer gives its turn on', async () => {
  const failing: Engine = { ...createEngine(), answer: () => Promise.reject(new Error('x')) }
  const { post } = testApp({ startup: loaded(failing), capacity: { running: 1, waiting: 0 } })
  for (let i = 0; i < 3; i++) {
    await expectProblem(await post('/api/chat', { message: 'egg' }), 'internal-error')
    await settle()
  }
})

describe('a client that has gone', () => {
  test('frees its waiting place, and its answer is never begun', async () => {
    const { ask, state, finishOne } = slowApp({ running: 1, waiting: 1 })
    const first = ask('egg 1')
    const impatient = new AbortController()
    const gone = ask('egg 2', impatient.signal)
    await settle()
    await expectBusy(await ask('egg 3'))
    impatient.abort()
    await gone
    const third = ask('egg 4')
    await settle()
    finishOne()
    await settle()
    finishOne()
    expect([(await first).status, (await third).status]).toEqual([200, 200])
    expect(state.begun).toEqual(['egg 1', 'egg 4'])
  })

  test('before it was heard is not answered either', async () => {
    const { ask, state } = slowApp({ running: 1, waiting: 1 })
    await ask('egg', AbortSignal.abort())
    expect(state.begun).toEqual([])
  })
})

describe('while the engine loads', () => {
  test('no more wait for it than may', async () => {
    const { post } = testApp({ startup: neverLoaded(), capacity: { running: 1, waiting: 2 }, startupPatience: 50 })
    const ask = () => post('/api/chat', { message: 'egg' })
    const early = [ask(), ask()]
    await settle()
    await expectBusy(await ask())
    for (const response of early) await expectProblem(await response, 'not-ready')
    await expectProblem(await ask(), 'not-ready')
  })

  test('those who wait are answered once it is there', async () => {
    let load = (_engine: Engine) => {}
    const startup = createStartup(new Promise<Engine>((resolve) => (load = resolve)))
    const { post } = testApp({ startup, capacity: { running: 1, waiting: 3 }, startupPatience: 10_000 })
    const replies = Promise.all([1, 2, 3].map(() => post('/api/chat', { message: 'egg' })))
    await settle()
    load(createEngine())
    expect((await replies).map(({ status }) => status)).toEqual([200, 200, 200])
  })
})
