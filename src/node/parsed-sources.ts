import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CorpusInput, ParsedSource } from '../core/ingest/build-corpus.ts'
import type { Corpus } from '../core/retrieval/corpus-rows.ts'
import { sha256 } from './model/model-files.ts'
import { PACKAGE } from './paths.ts'

const PARSER = fileURLToPath(new URL('../core/ingest/', import.meta.url))

/** What the sources of an index were parsed of, and by what: enough to tell which of them would come out the same. */
export interface ParsedRecord {
  readonly parser: string
  /** sha256 of the files of each source, by its id. */
  readonly inputs: Readonly<Record<string, string>>
}

export async function recordInputs(inputs: readonly CorpusInput[]): Promise<ParsedRecord> {
  return {
    parser: await identifyParser(),
    inputs: Object.fromEntries(inputs.map((input) => [input.id, hashOf(input)])),
  }
}

/** Finds a source as it was parsed for an older index, if nothing that it depends on has changed. */
export function findParsed(
  now: ParsedRecord,
  older: ParsedRecord,
  corpus: Corpus,
): (input: CorpusInput) => ParsedSource | null {
  if (now.parser !== older.parser) return () => null
  const parts = new Map(
    corpus.sources.map((source) => [source.id, { source, passages: [], questions: [], terms: [] } as Parts]),
  )
  const sourceOf = new Map<string, Parts>()
  for (const passage of corpus.passages) {
    const part = parts.get(passage.sourceId)
    part?.passages.push(passage)
    if (part) sourceOf.set(passage.id, part)
  }
  for (const question of corpus.questions) sourceOf.get(question.passageId)?.questions.push(question)
  for (const term of corpus.terms) sourceOf.get(term.passageId)?.terms.push(term)
  return ({ id }) => (now.inputs[id] === older.inputs[id] ? (parts.get(id) ?? null) : null)
}

interface Parts extends ParsedSource {
  readonly passages: Corpus['passages'][number][]
  readonly questions: Corpus['questions'][number][]
  readonly terms: Corpus['terms'][number][]
}

function hashOf({ id, markdown, questions, glossary }: CorpusInput): string {
  return sha256(JSON.stringify([id, markdown, questions?.yaml ?? null, glossary?.yaml ?? null]))
}

/** The code that parses, the versions of its libraries, and the sentence rules of the runtime. */
async function identifyParser(): Promise<string> {
  const names = (await readdir(PARSER)).filter((name) => /\.[jt]s$/.test(name)).sort()
  const files = await Promise.all([PACKAGE, ...names.map((name) => join(PARSER, name))].map((file) => readFile(file)))
  return sha256([process.versions.icu, ...files.map((file) => sha256(file))].join('\n'))
}
