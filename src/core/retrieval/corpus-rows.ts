import type { ExplainedTerm } from '../ingest/glossary.ts'
import type { ReaderQuestion } from '../ingest/reader-questions.ts'
import type { Passage, Source, Span } from '../source.ts'

/** The searchable content of a corpus: what the index stores, beside vectors and terms. */
export interface Corpus {
  /** In the order of their ids. */
  readonly sources: readonly Source[]
  /** Source by source, in reading order. */
  readonly passages: readonly Passage[]
  readonly questions: readonly ReaderQuestion[]
  /** Common questions that the sources don't answer. */
  readonly unanswered: readonly string[]
  /** Words that the sources explain. No rows: they are looked up, not searched. */
  readonly terms: readonly ExplainedTerm[]
}

interface Words {
  /** The words without context. */
  readonly text: string
  /** Headings that tell what the text is about; empty for a question, which stands alone. */
  readonly context: string
}

/** A sentence in its context, or a reader question with the span that answers it. */
export interface PassageRow extends Words, Span {
  readonly kind: 'sentence' | 'question'
  readonly passage: Passage
}

/**
 * One thing that a message is compared with. A row's number is its place in `toRows`, the same in the vectors, the
 * lexical index and the token vectors.
 */
export type Row = PassageRow | (Words & { readonly kind: 'unanswered' })

/** All rows of a corpus: the sentences in reading order, the reader questions, the unanswered questions. */
export function toRows({ sources, passages, questions, unanswered }: Corpus): Row[] {
  const sourceById = new Map(sources.map((source) => [source.id, source]))
  const passageById = new Map(passages.map((passage) => [passage.id, passage]))
  const sentences = passages.flatMap((passage) => {
    const source = sourceById.get(passage.sourceId) as Source
    const context = readContext(passage, source)
    return passage.sentences.map(({ start, end }): Row => {
      const text = passage.table ? readRow(passage) : source.text.slice(start, end)
      return { kind: 'sentence', passage, start, end, text, context }
    })
  })
  const asked = questions.map(({ passageId, question, start, end }): Row => {
    const passage = passageById.get(passageId) as Passage
    return { kind: 'question', passage, start, end, text: question, context: '' }
  })
  return [...sentences, ...asked, ...unanswered.map((text): Row => ({ kind: 'unanswered', text, context: '' }))]
}

/** What is embedded for a row. */
export function toEmbeddedText({ text, context }: Words): string {
  return context === '' ? text : `${context}: ${text}`
}

/** What is embedded for each passage as a whole, in reading order; that of a single sentence is the same as its row's. */
export function toPassageTexts({ sources, passages }: Corpus): string[] {
  const sourceById = new Map(sources.map((source) => [source.id, source]))
  return passages.map((passage) => {
    const source = sourceById.get(passage.sourceId) as Source
    const text = passage.table ? readRow(passage) : source.text.slice(passage.start, passage.end)
    return toEmbeddedText({ text, context: readContext(passage, source) })
  })
}

function readContext({ section }: Passage, { title }: Source): string {
  return [title, section].filter(Boolean).join('. ')
}

/** A table row as a sentence would tell it: caption, then each header with its cell. For search only, never quoted. */
function readRow({ table }: Passage): string {
  if (!table) return ''
  const cells = table.headers.map((header, column) => `${header}: ${table.cells[column]}`).join('; ')
  return table.caption ? `${table.caption}. ${cells}` : cells
}
