#!/usr/bin/env node
import { inspect } from 'node:util'
import { Command, Option } from 'commander'
import { screen } from '../core/answer/screen.ts'
import { CorpusFaults } from '../core/ingest/build-corpus.ts'
import { readCorpus } from './corpus-files.ts'
import { ingest } from './ingest.ts'
import { createLog } from './log.ts'
import { PRECISIONS, type Precision } from './model/bert-to-onnx.ts'
import { buildModel } from './model/build-model.ts'
import { ensureModel } from './model/ensure-model.ts'
import { openEngine } from './open-engine.ts'
import { openLiveEngine } from './open-live-engine.ts'
import { withAllCores } from './parallel-embedder.ts'
import { createProgress } from './progress.ts'
import { renderAnswer } from './render-answer.ts'
import { startServer } from './server.ts'
import { readSettings } from './settings.ts'
import { SetupError } from './setup-error.ts'
import { loadEmbedder } from './transformers-embedder.ts'

const program = new Command('quotewell').description(
  'Answers questions with verbatim, cited passages of your documents',
)

program
  .command('start', { isDefault: true })
  .description('build what is missing, then serve chat, API and page')
  .action(async () => {
    const settings = readSettings(process.env)
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
    const server = await startServer(settings, loading, { log })
    // Node.js would print the message of the error, which could hold a reader's words.
    process.on('uncaughtException', (error) => {
      log.failure(error)
      process.exit(1)
    })
    process.stdout.write(`Quotewell listens on ${server.url}\n`)
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void server.stop().then(() => process.exit(0)))
    }
    await loading
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
    const settings = readSettings(process.env)
    const message = words.join(' ').trim()
    if (message === '') throw new SetupError('There is no question. Try: npm run ask -- "How rare is it?"')
    const request = { message, history: [], country: settings.country, maxQuotes: 3 }
    const answer = screen(request) ?? (await (await openEngine(settings, createProgress())).answer(request))
    process.stdout.write(renderAnswer(answer))
  })

program
  .command('model')
  .description('build the embedding model where it is missing')
  .option('--to <dir>', 'build into another folder, for QUOTEWELL_MODEL; what is in it is replaced')
  .addOption(new Option('--precision <kind>', 'of the model built with --to').choices(PRECISIONS).default('int8'))
  .action(({ to, precision }: { to?: string; precision: Precision }) =>
    to === undefined ? ensureModel(readSettings(process.env).model, createProgress()) : buildModel(to, precision),
  )

try {
  await program.parseAsync()
} catch (error) {
  const isExpected = error instanceof SetupError || error instanceof CorpusFaults
  // Told whole: it is about files, or about a question typed at this terminal; no request gets here.
  process.stderr.write(isExpected ? `${error.message}\n` : `${inspect(error)}\n`)
  process.exit(1)
}
