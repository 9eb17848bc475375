import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { CorpusFaults } from '../../core/errors.ts'
import { buildCorpus } from '../../core/ingest/build-corpus.ts'
import { collapse } from '../../core/ingest/normalise.ts'
import { takePages } from '../../core/ingest/pages.ts'
import { parseSource } from '../../core/ingest/parse.ts'
import { split } from '../../core/ingest/split.ts'
import type { Change } from '../documents/document.ts'
import { DocumentError } from '../documents/document-error.ts'
import { readDocument } from '../documents/read-document.ts'
import { toCorpusFile } from '../documents/to-markdown.ts'
import { SetupError } from '../setup-error.ts'
import { BESIDE, changeFiles, filesOf, ORIGINALS, placeForRemoved } from './files.ts'
import { type Ask, askMissing, checkFacts, type MetadataOptions, mergeFacts, missingOptions } from './metadata.ts'
import { checkId, idFor } from './source-id.ts'

export interface AddOptions extends MetadataOptions {
  readonly id?: string
  /** Takes the place of a source with the same id. */
  readonly replace?: boolean
  /** Puts reader questions and glossaries away whose quotes the new text does not hold. */
  readonly dropQuestions?: boolean
  /** Reads and checks everything and writes nothing. */
  readonly dryRun?: boolean
}

export interface Added {
  readonly id: string
  readonly file: string
  readonly markdown: string
  readonly passages: number
  readonly changes: readonly Change[]
  /** Options of facts that are not known. */
  readonly missing: readonly string[]
  /** Where the older source went, in the corpus folder. */
  readonly replaced: string | null
}

interface Planned extends Added {
  readonly moves: readonly (readonly [string, string])[]
  readonly writes: readonly (readonly [string, string | Uint8Array])[]
}

/**
 * Reads documents and writes each as a source with its original beside it: all of them, or none.
 * @param ask where somebody can be asked for what is missing, else null
 * @throws SetupError with a line for each document that can't be added
 */
export async function addSources(
  corpus: string,
  files: readonly string[],
  options: AddOptions,
  ask: Ask | null,
): Promise<Added[]> {
  if (files.length > 1 && (options.title !== undefined || options.id !== undefined)) {
    throw new SetupError('--title and --id are for one file. Add the files one by one.')
  }
  const plans: Planned[] = []
  const faults: string[] = []
  for (const file of files) {
    try {
      const plan = await planFor(corpus, file, options, ask)
      if (plans.some(({ id }) => id === plan.id))
        throw new DocumentError(`Its id ${plan.id} is that of another file here. Give it one with --id.`)
      plans.push(plan)
    } catch (error) {
      if (!(error instanceof DocumentError || error instanceof SetupError)) throw error
      faults.push(`${collapse(file)}: ${error.message}`)
    }
  }
  if (faults.length > 0) {
    const rest = files.length > 1 ? ['Nothing was added.'] : []
    throw new SetupError([...faults, ...rest].join('\n'))
  }
  if (!options.dryRun) {
    await changeFiles(
      corpus,
      plans.flatMap(({ moves }) => moves),
      plans.flatMap(({ writes }) => writes),
    )
  }
  return plans
}

async function planFor(corpus: string, file: string, options: AddOptions, ask: Ask | null): Promise<Planned> {
  const told = options.id === undefined ? null : checkId(options.id)
  const { bytes, body, changes, facts: found } = await readDocument(file)
  const merged = mergeFacts(found, options)
  // Whoever is asked for six facts does not want to hear afterwards that the source is there already.
  const early = told ?? idFor(String(merged.title ?? ''))
  if (early !== null) await olderFiles(corpus, early, options)
  const facts = ask ? await askMissing(merged, ask, collapse(file)) : merged
  checkFacts(facts)
  const id = told ?? idFor(String(facts.title))
  if (id === null) throw new DocumentError('Its title makes no id. Give one with --id.')
  const older = await olderFiles(corpus, id, options)
  const markdown = toCorpusFile(facts, underTitle(String(facts.title), body))
  const path = `${id}.md`
  const staying = await fitting(corpus, id, markdown, older, options)
  const away = older.length > 0 ? await placeForRemoved(corpus, id) : null
  const leaving = older.filter((name) => !staying.includes(name))
  return {
    id,
    file,
    markdown,
    changes,
    passages: split(parseSource({ id, markdown })).length,
    missing: missingOptions(facts),
    replaced: away,
    moves: away === null ? [] : leaving.map((name) => [name, join(away, name)]),
    writes: [
      [join(ORIGINALS, `${id}${extname(file).toLowerCase()}`), bytes],
      [path, markdown],
    ],
  }
}

/**
 * The files of a source that is there already.
 * @throws DocumentError if it may not be replaced
 */
async function olderFiles(corpus: string, id: string, { replace }: AddOptions): Promise<string[]> {
  const older = await filesOf(corpus, id)
  if (older.length > 0 && !replace) {
    throw new DocumentError(`There is a source ${id} already. Take its place with --replace, or give another --id.`)
  }
  return older
}

/** The title is the first heading of a source; it is put there where the document has it elsewhere only. */
function underTitle(title: string, body: string): string {
  const [line = ''] = body.replace(/^(?:<!-- page \d+ -->\s*)+/, '').split('\n', 1)
  const first = takePages(line).clean
  const same = (text: string) => collapse(text).toLowerCase().replace(/\\/g, '')
  return same(first.replace(/^#+ /, '')) === same(title) && /^# /.test(first)
    ? body
    : `# ${escapeMarks(collapse(title))}\n\n${body}`
}

const escapeMarks = (text: string) => text.replace(/[\\`*_[\]<>&#|~]/g, '\\$&')

/**
 * The files beside the older source that stay: each of their quotes must stand in the new text.
 * @throws DocumentError if one does not fit, unless it may be put away
 */
async function fitting(
  corpus: string,
  id: string,
  markdown: string,
  older: readonly string[],
  options: AddOptions,
): Promise<string[]> {
  const kept: string[] = []
  for (const kind of BESIDE) {
    const name = `${id}.${kind}.yaml`
    if (!older.includes(name)) continue
    const file = join(corpus, name)
    try {
      buildCorpus([{ id, markdown, [kind]: { yaml: await readFile(file, 'utf8'), file } }])
      kept.push(name)
    } catch (error) {
      if (!(error instanceof CorpusFaults)) throw error
      if (options.dropQuestions) continue
      throw new DocumentError(
        `${name} no longer fits the new text. Mend it, or put it away with --drop-questions.\n${error.message}`,
      )
    }
  }
  return kept
}
