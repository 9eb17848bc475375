import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createMetrics } from '../../src/node/metrics.ts'
import { startMetricsServer } from '../../src/node/metrics-server.ts'
import { startServer } from '../../src/node/server.ts'
import { readSettings } from '../../src/node/settings.ts'
import { SetupError } from '../../src/node/setup-error.ts'
import { createEngine, testApp } from '../http/harness.ts'

const SECRET = 'rosalind'

function counted(options: Parameters<typeof testApp>[0] = {}) {
  const metrics = createMetrics()
  const { observer, middleware, page } = metrics
  const read = async () => (await page.request('/metrics')).text()
  /** The sample of one series; null where there is none. */
  const sample = async (series: string) => {
    const line = (await read()).split('\n').find((one) => one.startsWith(`${series} `))
    return line === undefined ? null : Number(line.slice(series.length + 1))
  }
  return { ...testApp({ ...options, observer, middleware }), read, sample }
}

test('counts requests by route, method and status', async () => {
  const { app, post, sample } = counted()
  await post('/api/chat', { message: 'egg' })
  await post('/api/chat', { message: 'egg' })
  await post('/api/chat', {})
  await app.request('/sources/birds')
  expect(await sample('http_requests_total{method="POST",route="/api/chat",status="200",ok="true"}')).toBe(2)
  expect(await sample('http_requests_total{method="POST",route="/api/chat",status="422",ok="false"}')).toBe(1)
  expect(await sample('http_requests_total{method="GET",route="/sources/:id",status="200",ok="true"}')).toBe(1)
  const whole = 'http_request_duration_seconds_count{method="POST",route="/api/chat",status="200",ok="true"}'
  expect(await sample(whole)).toBe(2)
})

test('counts how answers end, and tells danger from small talk by nothing', async () => {
  const { post, ask, sample } = counted()
  const outcome = (name: string) => sample(`quotewell_answers_total{outcome="${name}"}`)
  expect([await outcome('answered'), await outcome('no_answer'), await outcome('fixed')]).toEqual([0, 0, 0])
  await post('/api/chat', { message: 'egg' })
  await ask('egg')
  await post('/api/chat', { message: 'zzz' })
  await post('/api/chat', { message: 'I want to kill myself' })
  await post('/api/chat', { message: '¿Qué tratamiento hay para esta enfermedad?' })
  expect([await outcome('answered'), await outcome('no_answer'), await outcome('fixed')]).toEqual([2, 1, 2])
})

test('measures the stages of answers and searches', async () => {
  const { post, sample } = counted()
  const count = (stage: string) => sample(`quotewell_stage_duration_seconds_count{stage="${stage}"}`)
  await post('/api/chat', { message: 'egg' })
  await post('/api/chat', { message: 'I want to kill myself' })
  await post('/api/search', { query: 'egg' })
  expect([await count('screening'), await count('waiting'), await count('engine')]).toEqual([2, 2, 2])
})

test('time spent waiting is told apart from the time of the engine', async () => {
  const engine = createEngine()
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  let first = true
  const slow = {
    ...engine,
    answer: async (request: Parameters<typeof engine.answer>[0]) => {
      if (first) {
        first = false
        await held
      }
      return engine.answer(request)
    },
  }
  const { post, sample } = counted({ startup: { current: () => slow, wait: async () => slow } })
  const replies = [post('/api/chat', { message: 'egg' }), post('/api/chat', { message: 'egg' })]
  // A request takes its turn, or its place in the queue, in the same breath as it is screened.
  const screened = 'quotewell_stage_duration_seconds_count{stage="screening"}'
  while ((await sample(screened)) !== 2) await pause(1)
  await pause(60)
  release()
  await Promise.all(replies)
  const quick = async (stage: string) => sample(`quotewell_stage_duration_seconds_bucket{le="0.05",stage="${stage}"}`)
  // One waited, the other was worked at, for longer than that.
  for (const stage of ['waiting', 'engine']) expect(await quick(stage)).toBeLessThanOrEqual(1)
})

test('no word of a caller makes a label, and their number is bounded', async () => {
  const { app, post, read } = counted()
  const headers = { 'User-Agent': SECRET, 'X-API-Key': SECRET, 'X-Request-Id': SECRET }
  const lines = async () => (await read()).split('\n').filter((line) => line.startsWith('http_requests_total')).length
  const visit = async (at: number) => {
    await app.request(`/${SECRET}${at}`, { headers })
    await app.request(`/api/sources/${SECRET}${at}?${SECRET}`, { headers })
    await app.request('/api/chat', { method: `${SECRET}${at}`.toUpperCase(), headers })
    await post(`/api/chat?${SECRET}${at}`, { message: `${SECRET}${at}` }, headers)
    await post('/api/chat', { [`${SECRET}${at}`]: SECRET }, headers)
  }
  await visit(0)
  const after = await lines()
  for (let at = 1; at < 20; at++) await visit(at)
  expect(await lines()).toBe(after)
  expect((await read()).toLowerCase()).not.toContain(SECRET)
})

describe('their server', () => {
  test('serves the figures on a port of its own, which the chat does not', async () => {
    const metrics = createMetrics()
    const server = await startServer(readSettings({ PORT: '0' }), Promise.resolve(createEngine()), { metrics })
    onTestFinished(() => server.stop())
    const figures = await startMetricsServer({ port: 0, host: '127.0.0.1' }, metrics)
    await fetch(`${server.url}/api/health`)
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404)
    const response = await fetch(figures.url)
    expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const text = await response.text()
    expect(text).toContain('http_requests_total{method="GET",route="/api/health",status="200",ok="true"} 1\n')
    expect(text).toContain('process_resident_memory_bytes ')
    expect((await fetch(figures.url.replace('/metrics', '/'))).status).toBe(404)
    await figures.stop()
    await expect(fetch(figures.url)).rejects.toThrow()
  })

  test('tells which setting to change where its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await expect(startMetricsServer({ port, host: '127.0.0.1' }, createMetrics())).rejects.toThrow(
      new SetupError(
        `QUOTEWELL_METRICS_PORT=${port} is in use. Set QUOTEWELL_METRICS_PORT to a free one, or to 0 for any.`,
      ),
    )
  })
})
