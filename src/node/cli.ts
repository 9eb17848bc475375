#!/usr/bin/env node
import { inspect } from 'node:util'
import { Command, Option } from 'commander'
import { additionsOf, addTo } from '../core/answer/compose.ts'
import type { Engine } from '../core/answer/reply.ts'
import { screen } from '../core/answer/screen.ts'
import { CorpusFaults } from '../core/ingest/build-corpus.ts'
import { makeApiKey } from './api-keys.ts'
import { checkCommand } from './check/command.ts'
import { readCorpus } from './corpus-files.ts'
import { forgetGaps, openGapKeeper, readGaps } from './gap-file.ts'
import { ingest } from './ingest.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { startMetricsServer } from './metrics-server.ts'
import { PRECISIONS, type Precision } from './model/bert-to-onnx.ts'
import { buildModel } from './model/build-model.ts'
import { ensureModel } from './model/ensure-model.ts'
import { openEngine } from './open-engine.ts'
import { openLiveEngine } from './open-live-engine.ts'
import { withAllCores } from './parallel-embedder.ts'
import { createProgress } from './progress.ts'
import { renderAnswer } from './render-answer.ts'
import { renderGaps } from './render-gaps.ts'
import { startServer } from './server.ts'
import { readAllSettings, readSettings } from './settings.ts'
import { SetupError } from './setup-error.ts'
import { sourceCommands } from './sources/commands.ts'
import { loadEmbedder } from './transformers-embedder.ts'

const program = new Command('quotewell').description(
  'Answers questions with verbatim, cited passages of your documents',
)

program
  .command('start', { isDefault: true })
  .description('build what is missing, then serve chat, API and page')
  .action(async () => {
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
  })

program
  .command('index')
  .description('build an index from a corpus folder')
  .option('--corpus <dir>', 'folder of <id>.md files')
  .option('--index <dir>', 'folder that gets the index')
  .action(async (options: { corpus?: string; index?: string }) => {
    const settings = readSettings(process.env)
    const { corpus = settings.corpus, index = settings.index } = options
    const progress = createProgress()
    const folder = await readCorpus(corpus)
    await ensureModel(settings.model, progress)
    const embedder = await loadEmbedder(settings.model)
    const { counts } = await withAllCores(embedder, settings.model, (parallel) =>
      ingest(folder, index, parallel, progress),
    )
    const { sources, passages, sentences, questions } = counts
    process.stdout.write(
      `Indexed ${sources} sources: ${passages} passages, ${sentences} sentences, ${questions} reader questions, in ${index}\n`,
    )
  })

program
  .command('ask')
  .description('answer one question in the terminal')
  .argument('<question...>')
  .action(async (words: string[]) => {
    const settings = readAllSettings(process.env)
    const message = words.join(' ').trim()
    if (message === '') throw new SetupError('There is no question. Try: npm run ask -- "How rare is it?"')
    const request = { message, history: [], country: settings.country, maxQuotes: 3 }
    const answer = screen(request) ?? (await (await openEngine(settings, createProgress())).answer(request))
    process.stdout.write(renderAnswer(addTo(answer, additionsOf(settings.hostTexts, false))))
  })

program
  .command('model')
  .description('build the embedding model where it is missing')
  .option('--to <dir>', 'build into another folder, for QUOTEWELL_MODEL; what is in it is replaced')
  .addOption(new Option('--precision <kind>', 'of the model built with --to').choices(PRECISIONS).default('int8'))
  .action(({ to, precision }: { to?: string; precision: Precision }) =>
    to === undefined ? ensureModel(readSettings(process.env).model, createProgress()) : buildModel(to, precision),
  )

program
  .command('key')
  .description('make an API key, and the entry for QUOTEWELL_API_KEYS that lets it in')
  .argument('<name>', 'of whoever gets it: letters a-z, digits and hyphens, up to 40')
  .option('--limit <number>', 'requests a minute with this key; without it there is no limit')
  .action((name: string, { limit }: { limit?: string }) => {
    const { key, entry } = makeApiKey(name, limit)
    process.stdout.write(`Key, shown this once:  ${key}\nQUOTEWELL_API_KEYS:    ${entry}\n`)
  })

program
  .command('gaps')
  .description('show which questions the sources do not answer, by section and by word')
  .option('--json', 'as JSON')
  .option('--forget', 'take all counts away instead; stop the server first')
  .action(({ json, forget }: { json?: true; forget?: true }) => {
    const { index, gaps } = readAllSettings(process.env)
    if (forget) return forgetGaps(index)
    const counts = readGaps(index)
    if (!counts) {
      throw new SetupError(
        gaps
          ? 'Nothing is counted yet. Counts are written after midnight (UTC) and when the server stops.'
          : 'Nothing is counted. Set QUOTEWELL_GAPS to on, or `gaps: on` in the settings file; docs/PRIVACY.md tells what is kept then.',
      )
    }
    const { since, sections, words } = counts
    process.stdout.write(json ? `${JSON.stringify({ since, sections, words }, null, 2)}\n` : renderGaps(counts))
  })

for (const command of [...sourceCommands(), checkCommand()]) program.addCommand(command)

try {
  await program.parseAsync()
} catch (error) {
  const isExpected = error instanceof SetupError || error instanceof CorpusFaults
  // Told whole: it is about files, or about a question typed at this terminal; no request gets here.
  process.stderr.write(isExpected ? `${error.message}\n` : `${inspect(error)}\n`)
  process.exit(1)
}
