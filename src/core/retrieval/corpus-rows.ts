import type { ReaderQuestion } from '../ingest/reader-questions.ts'
import type { Passage, Source, Span } from '../source.ts'

/** The searchable content of a corpus: what the index stores, beside vectors and terms. */
export interface Corpus {
  /** In the order of their ids. */
  readonly sources: readonly Source[]
  /** Source by source, in reading order. */
  readonly passages: readonly Passage[]
  readonly questions: readonly ReaderQuestion[]
}

/**
 * One thing that a question is compared with: a sentence in its context, or a reader question. A row's number is its
 * place in `toRows`, the same in the vector index and the lexical index.
 */
export interface Row extends Span {
  readonly kind: 'sentence' | 'question'
  readonly passage: Passage
  /** The words without context. */
  readonly text: string
  /** Headings that tell what the text is about; empty for a reader question, which stands alone. */
  readonly context: string
}

/** All rows of a corpus: the sentences in reading order, then the reader questions. */
export function toRows({ sources, passages, questions }: Corpus): Row[] {
  const sourceById = new Map(sources.map((source) => [source.id, source]))
  const passageById = new Map(passages.map((passage) => [passage.id, passage]))
  const sentences = passages.flatMap((passage) => {
    const source = sourceById.get(passage.sourceId) as Source
    const context = [source.title, passage.section].filter(Boolean).join('. ')
    return passage.sentences.map(({ start, end }): Row => {
      const text = passage.table ? readRow(passage) : source.text.slice(start, end)
      return { kind: 'sentence', passage, start, end, text, context }
    })
  })
  const asked = questions.map(({ passageId, question, start, end }): Row => {
    const passage = passageById.get(passageId) as Passage
    return { kind: 'question', passage, start, end, text: question, context: '' }
  })
  return [...sentences, ...asked]
}

/** What is embedded for a row. */
export function toEmbeddedText({ text, context }: Row): string {
  return context === '' ? text : `${context}: ${text}`
}

/** A table row as a sentence would tell it: caption, then each header with its cell. For search only, never quoted. */
function readRow({ table }: Passage): string {
  if (!table) return ''
  const cells = table.headers.map((header, column) => `${header}: ${table.cells[column]}`).join('; ')
  return table.caption ? `${table.caption}. ${cells}` : cells
}
