import { type CheckedCorpus, parseForCheck } from '../../../src/core/check/checked-corpus.ts'
import type { Finding } from '../../../src/core/check/finding.ts'
import type { CorpusInput } from '../../../src/core/ingest/build-corpus.ts'

const NOW = new Date('2026-06-01')

/** Front matter in which nothing is missing. */
export const COMPLETE = `title: About bones
authors: [A. Writer]
publisher: Bone Group
published: '2025-03'
url: https://bones.example/about
licence: CC BY 4.0
audience: clinician`

interface MadeUp {
  readonly id?: string
  /** Lines of front matter. */
  readonly head?: string
  readonly body?: string
  readonly questions?: string
  readonly glossary?: string
}

/** A corpus file; its body begins on the line after the front matter and an empty one. */
export function madeUp({
  id = 'a',
  head = COMPLETE,
  body = 'Bones are hard.',
  questions,
  glossary,
}: MadeUp): CorpusInput {
  return {
    id,
    file: `${id}.md`,
    markdown: `---\n${head}\n---\n\n${body}\n`,
    ...(questions === undefined ? {} : { questions: { file: `${id}.questions.yaml`, yaml: questions } }),
    ...(glossary === undefined ? {} : { glossary: { file: `${id}.glossary.yaml`, yaml: glossary } }),
  }
}

export function parsed(inputs: readonly CorpusInput[], unanswered?: string): CheckedCorpus {
  return parseForCheck(inputs, unanswered === undefined ? null : { file: 'unanswered.yaml', yaml: unanswered }, NOW)
}

/** A source with this body, in a corpus of its own. */
export const withBody = (body: string, head = COMPLETE) => parsed([madeUp({ body, head })])

/** Line of the file on which the body begins, with complete front matter. */
export const BODY = 11

/** Findings in short: severity, check, file and lines. */
export const brief = (findings: readonly Finding[]) =>
  findings.map(({ severity, check, file, line, lines = [line] }) => `${severity} ${check} ${file}:${lines.join(',')}`)
