/** Figures for Prometheus. No label holds anything that a caller wrote, so their number is bounded. */
import { prometheus } from '@hono/prometheus'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { Counter, Histogram, Registry } from 'prom-client'
import type { Observer } from '../http/answering.ts'
import { nameOf } from '../http/request-record.ts'

export interface Metrics {
  readonly observer: Observer
  /** Measures each request as a whole. */
  readonly middleware: MiddlewareHandler
  /** Serves `GET /metrics`. */
  readonly page: Hono
}

/** Seconds: a screening takes a tenth of a millisecond, a full queue some seconds. */
const BUCKETS = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const stages = new Histogram({
    name: 'quotewell_stage_duration_seconds',
    help: 'Time of each stage of an answer or a search: screening, waiting for its turn, engine',
    labelNames: ['stage'],
    buckets: BUCKETS,
    registers,
  })
  const answers = new Counter({
    name: 'quotewell_answers_total',
    help: 'Replies to messages: answered with quotes, no_answer (the sources do not tell), fixed (no search)',
    labelNames: ['outcome'],
    registers,
  })
  // What has not happened yet counts 0, so that the first time is seen as a rise.
  for (const outcome of ['answered', 'no_answer', 'fixed']) answers.inc({ outcome }, 0)

  // In place of the library's own labels, which hold whatever method a caller made up.
  const customLabels = { method: (c: Context) => nameOf(c).method, route: (c: Context) => nameOf(c).route }
  // The library's type forgets that a histogram has buckets, so the object is not written where it is passed.
  const requestDuration = { customLabels, buckets: BUCKETS }
  const { registerMetrics } = prometheus({
    registry,
    collectDefaultMetrics: true,
    metricOptions: { requestDuration, requestsTotal: { customLabels } },
  })
  const page = new Hono().get('/metrics', async (c) =>
    c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }),
  )
  return {
    observer: {
      stage: (stage, milliseconds) => stages.observe({ stage }, milliseconds / 1000),
      answered: (outcome) => answers.inc({ outcome }),
    },
    middleware: registerMetrics,
    page,
  }
}
