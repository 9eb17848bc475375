import { createInterface } from 'node:readline/promises'
import { CorpusError } from '../../core/errors.ts'
import { parseFrontMatter } from '../../core/ingest/front-matter.ts'
import { collapse } from '../../core/ingest/normalise.ts'
import type { Facts } from '../documents/document.ts'
import { DocumentError } from '../documents/document-error.ts'
import { toCorpusFile } from '../documents/to-markdown.ts'
import { SetupError } from '../setup-error.ts'

/** What the command line may say of a source. */
export interface MetadataOptions {
  readonly title?: string
  readonly author?: readonly string[]
  readonly publisher?: string
  readonly published?: string
  readonly lastRevised?: string
  readonly url?: string
  readonly doi?: string
  readonly licence?: string
  readonly audience?: string
  readonly language?: string
}

const ASKED = {
  title: 'Title',
  authors: 'Authors, with semicolons between',
  publisher: 'Publisher',
  published: 'Published (YYYY, YYYY-MM or YYYY-MM-DD)',
  url: 'Address of the original on the web',
  licence: 'Licence',
  audience: 'Written for (patient or clinician)',
} as const
type Asked = keyof typeof ASKED

/** Asks one question; an empty answer means "unknown". */
export type Ask = (question: string) => Promise<string>

/** What the document says of itself, below what the command line says. */
export function mergeFacts(found: Facts, told: MetadataOptions): Facts {
  const { title, author, publisher, published, lastRevised, url, doi, licence, audience, language } = told
  const given = { title, authors: author, publisher, published, lastRevised, url, doi, licence, audience, language }
  return { ...found, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) }
}

/**
 * Asks for each missing fact until the answer is well formed, or empty.
 * @param file named before the first question, with its title where that is known: several may be added at once
 */
export async function askMissing(facts: Facts, ask: Ask, file: string): Promise<Facts> {
  const complete: Facts = { ...facts }
  let told = `\n${file}${isMissing(facts.title) ? '' : ` (“${facts.title}”)`}\n`
  for (const field of Object.keys(ASKED) as Asked[]) {
    while (isMissing(complete[field])) {
      const answer = collapse(await ask(`${told}  ${ASKED[field]}: `))
      told = ''
      if (answer === '') break
      const value = field === 'authors' ? answer.split(';').map(collapse).filter(Boolean) : answer
      const fault = faultIn({ title: '-', ...complete, [field]: value })
      if (fault === null) complete[field] = value
      else told = `  ${fault}\n`
    }
  }
  return complete
}

/** @throws DocumentError naming the option that mends the first fault */
export function checkFacts(facts: Facts): void {
  if (isMissing(facts.title)) throw new DocumentError('It names no title. Give one with --title.')
  const fault = faultIn(facts)
  if (fault !== null) throw new DocumentError(fault)
}

/** Facts that a careful editor would want and that are not known, by their options. */
export function missingOptions(facts: Facts): string[] {
  const optional = (Object.keys(ASKED) as Asked[]).filter((field) => isMissing(facts[field]))
  return optional.map((field) => (field === 'authors' ? '--author' : `--${field}`))
}

export function terminalAsk(): { ask: Ask; close: () => void } | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const ask: Ask = (question) =>
    lines.question(question).catch(() => {
      throw new SetupError('Nothing was added.')
    })
  return { ask, close: () => lines.close() }
}

function faultIn(facts: Facts): string | null {
  const [, yaml = ''] = toCorpusFile(facts, '').split('---\n')
  try {
    parseFrontMatter(yaml, '', 1)
    return null
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error
    const reason = error.message.replace(/^:\d+: /, '')
    return reason.replace(/^`([a-zA-Z]+)`: (.*)$/, (_, field: string, fault: string) => `--${optionOf(field)} ${fault}`)
  }
}

const optionOf = (field: string) => (field === 'authors' ? 'author' : field === 'lastRevised' ? 'last-revised' : field)

const isMissing = (value: Facts[keyof Facts]) => value === undefined || value === null || value.length === 0
