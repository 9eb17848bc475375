import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClient } from '../../src/client/index.ts'
import { testApp } from '../http/harness.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 0 }))
afterEach(() => void vi.useRealTimers())

const { app } = testApp()

/** A client of the real app, whose first requests are refused as told, and when each was sent, in seconds. */
function refusing(refusals: readonly [status: number, retryAfter?: string][], options: object = {}) {
  const left = [...refusals]
  const sent: number[] = []
  const fetch = async (url: string, init: RequestInit) => {
    sent.push(Math.round(Date.now() / 1000))
    const refusal = left.shift()
    if (!refusal) return app.request(url, init)
    const [status, retryAfter] = refusal
    return new Response('', { status, headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter } })
  }
  return { client: createClient({ baseUrl: 'http://a', fetch, ...options }), sent }
}

/** Lets time go by until the call has ended. */
async function outcome<Result>(call: Promise<Result>) {
  let ended = false
  const settled = call
    .then(
      (result) => ({ result }),
      (error) => ({ error }),
    )
    .finally(() => {
      ended = true
    })
  while (!ended) await vi.advanceTimersByTimeAsync(100)
  return settled
}

const asks = (client: ReturnType<typeof createClient>) => client.ask({ message: 'egg' })
const streams = async (client: ReturnType<typeof createClient>) => {
  const names: string[] = []
  for await (const { event } of client.stream({ message: 'egg' })) names.push(event)
  return { status: names.at(-1) === 'done' ? 'answered' : 'cut' }
}

for (const [name, run] of [
  ['ask', asks],
  ['stream', streams],
] as const) {
  test(`${name} waits as long as the server says, and tries again`, async () => {
    const { client, sent } = refusing([
      [503, '2'],
      [429, '7'],
    ])
    expect(await outcome(run(client))).toMatchObject({ result: { status: 'answered' } })
    expect(sent[0]).toBe(0)
    expect(sent[1]).toBeGreaterThanOrEqual(2)
    expect(sent[1]).toBeLessThanOrEqual(3)
    expect(Number(sent[2]) - Number(sent[1])).toBeGreaterThanOrEqual(7)
    expect(Number(sent[2])).toBeLessThanOrEqual(11)
  })

  test(`${name} gives up after two further tries`, async () => {
    const { client, sent } = refusing(Array(5).fill([503, '1']))
    expect(await outcome(run(client))).toMatchObject({ error: { status: 503, retryAfter: 1 } })
    expect(sent).toHaveLength(3)
  })
}

test('a date says when, too, and one that has passed says at once', async () => {
  const { client, sent } = refusing([
    [503, 'Thu, 01 Jan 1970 00:00:09 GMT'],
    [503, 'Thu, 01 Jan 1970 00:00:01 GMT'],
  ])
  expect(await outcome(asks(client))).toHaveProperty('result')
  expect(sent[1]).toBeGreaterThanOrEqual(9)
  expect(Number(sent[2]) - Number(sent[1])).toBeLessThanOrEqual(1)
})

test.each(['', 'soon', '-1', '1e3'])(
  'without a time that can be read (%j) it waits one second, then two',
  async (after) => {
    const { client, sent } = refusing([
      [429, after],
      [503, after],
    ])
    expect(await outcome(asks(client))).toHaveProperty('result')
    expect(sent[1]).toBeGreaterThanOrEqual(1)
    expect(Number(sent[2]) - Number(sent[1])).toBeGreaterThanOrEqual(2)
  },
)

test('a longer wait than is allowed is told instead', async () => {
  const long = refusing([[429, '31']])
  expect(await outcome(asks(long.client))).toMatchObject({ error: { status: 429, retryAfter: 31 } })
  expect(long.sent).toEqual([0])
  const patient = refusing([[429, '31']], { maxWait: 60_000 })
  expect(await outcome(asks(patient.client))).toHaveProperty('result')
})

test('other errors, and none where retries are off, are never tried again', async () => {
  for (const status of [400, 404, 500, 502, 504]) {
    const { client, sent } = refusing([[status, '1']])
    expect(await outcome(asks(client))).toMatchObject({ error: { status } })
    expect(sent).toHaveLength(1)
  }
  const off = refusing([[503, '1']], { retries: 0 })
  expect(await outcome(asks(off.client))).toHaveProperty('error')
})

test('a signal ends the wait', async () => {
  const { client, sent } = refusing([[503, '20']])
  const leaving = new AbortController()
  const call = outcome(client.ask({ message: 'egg' }, { signal: leaving.signal }))
  await vi.advanceTimersByTimeAsync(1000)
  const reason = new Error('bored')
  leaving.abort(reason)
  expect(await call).toEqual({ error: reason })
  expect(sent).toEqual([0])
  expect(vi.getTimerCount()).toBe(0)
})
