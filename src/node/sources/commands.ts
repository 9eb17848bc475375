import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Command, Option } from 'commander'
import { SetupError } from '../setup-error.ts'
import type { Added, AddOptions } from './add-sources.ts'

const ADDED = 'The chat quotes this after the next `npm run index`; a running server then takes it up.\n'
const GONE = 'A running server quotes it until the next `npm run index`, and never again after that.\n'
const corpusOption = () => new Option('--corpus <dir>', 'folder of <id>.md files')
const corpusOf = async ({ corpus }: { corpus?: string }) =>
  corpus ?? (await import('../settings.ts')).readSettings(process.env).corpus
const collect = (value: string, list: readonly string[] = []) => [...list, value]

/** `add`, `remove` and `list`. */
export function sourceCommands(): Command[] {
  return [addCommand(), removeCommand(), listCommand()]
}

type AddFlags = AddOptions & { readonly corpus?: string; readonly verbose?: boolean }

function addCommand(): Command {
  return new Command('add')
    .description('take documents in: Markdown, text, web pages, Word, PDF')
    .argument('<file...>')
    .option('--title <text>', 'as readers will see it cited')
    .option('--author <name>', 'once for each author', collect)
    .option('--publisher <name>')
    .option('--published <date>', 'YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--last-revised <date>', 'YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--url <address>', 'of the original on the web')
    .option('--doi <doi>')
    .option('--licence <text>')
    .option('--audience <who>', 'patient or clinician')
    .option('--language <tag>', 'such as en')
    .option('--id <id>', 'name of the source; made of the title if not given')
    .option('--replace', 'take the place of a source with the same id')
    .option('--drop-questions', 'with --replace: put reader questions and a glossary away that no longer fit')
    .option('--dry-run', 'write nothing; show the Markdown that would be written')
    .option('--verbose', 'show everything that was removed or repaired')
    .addOption(corpusOption())
    .action(async (files: string[], { corpus, verbose, ...options }: AddFlags) => {
      const [{ addSources }, { terminalAsk }] = await Promise.all([import('./add-sources.ts'), import('./metadata.ts')])
      const folder = await corpusOf(corpus === undefined ? {} : { corpus })
      const terminal = terminalAsk()
      const added = await addSources(folder, files, options, terminal?.ask ?? null).finally(() => terminal?.close())
      for (const source of added)
        process.stdout.write(await renderAdded(source, folder, options.dryRun ?? false, verbose ?? false))
      if (!options.dryRun) process.stdout.write(ADDED)
    })
}

async function renderAdded(
  { id, file, markdown, passages, changes, missing, replaced }: Added,
  folder: string,
  isDry: boolean,
  verbose: boolean,
): Promise<string> {
  const [{ collapse }, { renderChanges }] = await Promise.all([
    import('../../core/ingest/normalise.ts'),
    import('./report.ts'),
  ])
  const path = join(folder, `${id}.md`)
  const unknown = missing.length > 0 ? `  not known: ${missing.join(', ')}\n` : ''
  const older = replaced && !isDry ? `  the older one is in ${join(folder, replaced)}\n` : ''
  const name = collapse(file)
  const head = isDry ? `${name} would be ${path}` : `${name} → ${path}`
  const report = `${head}: ${passages} passages\n${renderChanges(changes, verbose)}${unknown}${older}`
  return isDry ? `${markdown}\n${report}` : report
}

function removeCommand(): Command {
  return new Command('remove')
    .description('take a source, its reader questions and its original out of the corpus')
    .argument('<id>')
    .option('--yes', 'do not ask')
    .option('--forever', 'delete the files instead of putting them away')
    .addOption(corpusOption())
    .action(async (id: string, options: { corpus?: string; yes?: true; forever?: true }) => {
      const { removeSource, sourceFiles } = await import('./remove-source.ts')
      const folder = await corpusOf(options)
      const files = await sourceFiles(folder, id)
      if (!options.yes) await confirm(`Remove ${files.map((name) => join(folder, name)).join(', ')}? [y/N] `)
      const { to } = await removeSource(folder, id, options.forever)
      const undo = to === null ? ' They are deleted.' : ` To undo: cp -R ${join(folder, to)}/. ${folder}`
      process.stdout.write(`Removed ${id}: ${files.length} files.${undo}\n${GONE}`)
    })
}

/** @throws SetupError if the answer is no, or nobody can be asked */
async function confirm(question: string): Promise<void> {
  if (!process.stdin.isTTY) throw new SetupError('Nobody can be asked here. Say --yes if you are sure.')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await lines.question(question).finally(() => lines.close())
  if (!/^y(?:es)?$/i.test(answer.trim())) throw new SetupError('Nothing was removed.')
}

function listCommand(): Command {
  return new Command('list')
    .description('show the sources of the corpus')
    .option('--json', 'as JSON')
    .addOption(corpusOption())
    .action(async (options: { corpus?: string; json?: true }) => {
      const { listSources, renderSources } = await import('./list-sources.ts')
      const sources = await listSources(await corpusOf(options))
      process.stdout.write(options.json ? `${JSON.stringify(sources, null, 2)}\n` : renderSources(sources))
    })
}
