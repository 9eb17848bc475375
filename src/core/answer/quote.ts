import { pageAt } from '../ingest/pages.ts'
import { holdsPrognosis } from '../safety/prognosis.ts'
import { MAX_QUOTE_CHARS, type Passage, type Source, type Span, type TableRow } from '../source.ts'

/** Characters; what is longer explains a table rather than names it, and is read in the source. */
const MAX_CAPTION = 300

/** A table row as it makes sense alone. All of it are words of the source. */
export interface QuotedRow extends Pick<TableRow, 'headers' | 'cells'> {
  /** The table's own title, which often tells the unit of its figures; only where there is one. */
  readonly caption?: string
}

declare const verbatim: unique symbol

/**
 * Words of a source, exactly: `text` is `source.text.slice(start, end)`. The brand keeps every other file from making
 * one: all quotes are born in `quoteFrom`.
 */
export interface Quote extends Span {
  readonly text: string
  readonly sourceId: string
  readonly section: string | null
  readonly passageId: string
  /** Page of the original on which the quote begins, from 1; only where the original has pages. */
  readonly page?: number
  /** Probability that the quote answers the question, 0 to 1. */
  readonly score: number
  /** The words that were searched out, inside the quote; only where the quote holds more, so that they make sense. */
  readonly key?: Span
  /** Only where the quote is a table row. */
  readonly table?: QuotedRow
  /** Only where the quote holds figures of survival or death: ask before showing them. */
  readonly sensitive?: 'prognosis'
  readonly [verbatim]: true
}

/**
 * The one place where a quote is made. It takes no text, only where the text stands.
 * @param key the part of the span that answers; the whole unless told
 * @throws RangeError if the span is empty, too long, not inside the passage or not of this source, or the key not in it
 */
export function quoteFrom(
  source: Source,
  passage: Passage,
  { start, end }: Span,
  score: number,
  key: Span = { start, end },
): Quote {
  const inside = passage.start <= start && start < end && end <= passage.end && end <= source.text.length
  const keyInside = start <= key.start && key.start < key.end && key.end <= end
  if (passage.sourceId !== source.id || !inside || !keyInside || end - start > MAX_QUOTE_CHARS) {
    throw new RangeError(`No quote at ${start} to ${end} of passage ${passage.id} in source ${source.id}`)
  }
  const { id: passageId, section, table } = passage
  const text = source.text.slice(start, end)
  const part = key.end - key.start < end - start ? { key: { start: key.start, end: key.end } } : {}
  const row = table ? { table: toQuotedRow(table) } : {}
  // Under the whole of its title, shown or not.
  const figures = holdsPrognosis({ text, ...(table && { table }) }) ? { sensitive: 'prognosis' } : {}
  const page = pageAt(source.pages, start)
  const onPage = page === null ? {} : { page }
  const where = { sourceId: source.id, start, end, section, ...onPage }
  return { text, ...where, passageId, score, ...part, ...row, ...figures } as Quote
}

function toQuotedRow({ caption, headers, cells }: TableRow): QuotedRow {
  return { headers, cells, ...(caption !== null && caption.length <= MAX_CAPTION ? { caption } : {}) }
}
