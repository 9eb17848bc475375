#!/usr/bin/env node
import { inspect } from 'node:util'
import { Command, Option } from 'commander'
import { CorpusFaults } from '../core/errors.ts'
import { checkCommand } from './check/command.ts'
import { PRECISIONS, type Precision } from './model/precision.ts'
import { SetupError } from './setup-error.ts'
import { sourceCommands } from './sources/commands.ts'

// Each command loads what it needs when it is called: all of it takes longer to load than a small index to build.
const program = new Command('quotewell').description(
  'Answers questions with verbatim, cited passages of your documents',
)

program
  .command('start', { isDefault: true })
  .description('build what is missing, then serve chat, API and page')
  .action(async () => (await import('./commands/start.ts')).start())

program
  .command('index')
  .description('build an index from a corpus folder')
  .option('--corpus <dir>', 'folder of <id>.md files')
  .option('--index <dir>', 'folder that gets the index')
  .action(async (options: { corpus?: string; index?: string }) =>
    (await import('./commands/index-corpus.ts')).indexCorpus(options),
  )

program
  .command('ask')
  .description('answer one question in the terminal')
  .argument('<question...>')
  .action(async (words: string[]) => (await import('./commands/ask.ts')).ask(words))

program
  .command('model')
  .description('build the embedding model where it is missing')
  .option('--to <dir>', 'build into another folder, for QUOTEWELL_MODEL; what is in it is replaced')
  .addOption(new Option('--precision <kind>', 'of the model built with --to').choices(PRECISIONS).default('int8'))
  .action(async (options: { to?: string; precision: Precision }) =>
    (await import('./commands/model.ts')).makeModel(options),
  )

program
  .command('key')
  .description('make an API key, and the entry for QUOTEWELL_API_KEYS that lets it in')
  .argument('<name>', 'of whoever gets it: letters a-z, digits and hyphens, up to 40')
  .option('--limit <number>', 'requests a minute with this key; without it there is no limit')
  .action(async (name: string, { limit }: { limit?: string }) => {
    const { key, entry } = (await import('./api-keys.ts')).makeApiKey(name, limit)
    process.stdout.write(`Key, shown this once:  ${key}\nQUOTEWELL_API_KEYS:    ${entry}\n`)
  })

program
  .command('gaps')
  .description('show which questions the sources do not answer, by section and by word')
  .option('--json', 'as JSON')
  .option('--forget', 'take all counts away instead; stop the server first')
  .action(async (options: { json?: true; forget?: true }) => (await import('./commands/gaps.ts')).showGaps(options))

for (const command of [...sourceCommands(), checkCommand()]) program.addCommand(command)

try {
  await program.parseAsync()
} catch (error) {
  const isExpected = error instanceof SetupError || error instanceof CorpusFaults
  // Told whole: it is about files, or about a question typed at this terminal; no request gets here.
  process.stderr.write(isExpected ? `${error.message}\n` : `${inspect(error)}\n`)
  process.exit(1)
}
