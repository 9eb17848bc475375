import { type Block, MAX_QUOTE_CHARS, type Passage, type Source } from '../source.ts'
import { splitSentences } from './sentences.ts'

/** The passages of a source, in reading order: every paragraph, list item and table row. Headings are context only. */
export function split(source: Source): Passage[] {
  return source.blocks.filter(isQuotable).map((block) => toPassage(source, block))
}

function isQuotable({ kind }: Block): boolean {
  return kind !== 'heading' && kind !== 'tableHead'
}

function toPassage(source: Source, { start, end, section, table }: Block): Passage {
  const sentences =
    table && end - start <= MAX_QUOTE_CHARS
      ? [{ start, end }]
      : splitSentences(source.text.slice(start, end), start, source.language)
  return {
    id: `${source.id}:${start}`,
    sourceId: source.id,
    section,
    start,
    end,
    sentences,
    ...(table ? { table } : {}),
  }
}
