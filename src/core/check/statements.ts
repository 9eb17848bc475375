import { toEmbeddedText, toRows } from '../retrieval/corpus-rows.ts'
import { toTerms } from '../retrieval/terms.ts'
import type { Passage } from '../source.ts'
import { type CheckedCorpus, type CheckedSource, lineAt } from './checked-corpus.ts'

/** A sentence of a source that can be compared with others; no table row, caption, heading or question. */
export interface Statement {
  readonly text: string
  readonly terms: ReadonlySet<string>
  readonly passage: Passage
  readonly source: CheckedSource
  readonly line: number
  /** The sentence behind its title and section, as an index embeds it. */
  readonly inContext: string
}

export interface Pair {
  readonly first: Statement
  readonly again: Statement
}

/** Where the first of two statements stands, told in a finding on the second. */
export function placeOf({ first, again }: Pair): string {
  return first.source === again.source ? `line ${first.line}` : `${first.source.file}:${first.line}`
}

/** Fewer terms ("See your doctor.") stand in many places by right. */
const MIN_TERMS = 4
const CAPTION = /^(?:fig(?:ure|s)?|table)\b/i

/** The statements of a corpus, source by source, in reading order. */
export function toStatements({ sources, corpus }: CheckedCorpus): Statement[] {
  const sourceOf = new Map(sources.map((one) => [one.source.id, one]))
  return toRows(corpus).flatMap((row): Statement[] => {
    if (row.kind !== 'sentence' || row.passage.table) return []
    const source = sourceOf.get(row.passage.sourceId)
    const terms = toTerms(row.text)
    if (!source || terms.size < MIN_TERMS || CAPTION.test(row.text) || !/[.!]/.test(row.text.slice(-3))) return []
    const { text, passage } = row
    return [{ text, terms, passage, source, line: lineAt(source, row.start), inContext: toEmbeddedText(row) }]
  })
}
