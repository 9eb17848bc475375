import type { Engine } from '../../core/answer/reply.ts'
import { openGapKeeper } from '../gap-file.ts'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { startMetricsServer } from '../metrics-server.ts'
import { openLiveEngine } from '../open-live-engine.ts'
import { createProgress } from '../progress.ts'
import { startServer } from '../server.ts'
import { readAllSettings } from '../settings.ts'

/** `quotewell start`: serves until a signal ends it. */
export async function start(): Promise<void> {
  const settings = readAllSettings(process.env)
  const loading = openLiveEngine(settings, createProgress(), {
    taken: ({ counts, folder }) =>
      process.stdout.write(
        `Quotewell answers from the new index: ${counts.sources} sources, ${counts.passages} passages (${folder})\n`,
      ),
    refused: (reason) => process.stderr.write(`Quotewell goes on with the old index. The new one: ${reason}\n`),
  }).then(({ engine }) => engine)
  // A failed load is reported below; here it must not end the process before the port is known to be free.
  loading.catch(() => {})
  const log = createLog(settings.log)
  const metrics = settings.metrics ? createMetrics() : undefined
  let engine: Engine | null = null
  const sourceIds = () => engine && new Set(engine.sources.map(({ id }) => id))
  const gaps = settings.gaps ? openGapKeeper(settings.index, { sourceIds, onError: log.failure }) : null
  const server = await startServer(settings, loading, {
    log,
    ...(metrics ? { metrics } : {}),
    ...(gaps ? { onGap: gaps.add } : {}),
  })
  const figures = settings.metrics && metrics ? await startMetricsServer(settings.metrics, metrics) : null
  // Node.js would print the message of the error, which could hold a reader's words.
  process.on('uncaughtException', (error) => {
    log.failure(error)
    process.exit(1)
  })
  process.stdout.write(`Quotewell listens on ${server.url}\n`)
  if (figures) process.stdout.write(`Figures for Prometheus are on ${figures.url}\n`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(
      signal,
      () =>
        void Promise.all([server.stop(), figures?.stop()]).then(() => {
          gaps?.close()
          process.exit(0)
        }),
    )
  }
  engine = await loading
}
