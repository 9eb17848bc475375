/**
 * What a reader may quote from: sources, their canonical text, and the passages cut from it.
 * Every offset is into `Source.text`, in UTF-16 code units, start inclusive, end exclusive.
 */

/** No quote is longer, in UTF-16 code units: it must be read at a glance on a phone. */
export const MAX_QUOTE_CHARS = 700

export interface Span {
  readonly start: number
  readonly end: number
}

/** A partial date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string

/** What the front matter of a corpus file says about its source. Unknown facts are `null`, never guessed. */
export interface SourceMetadata {
  readonly title: string
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly published: PartialDate | null
  readonly lastRevised: PartialDate | null
  /** Always `http:` or `https:`. */
  readonly url: string | null
  readonly doi: string | null
  readonly licence: string | null
  readonly audience: 'patient' | 'clinician' | null
  /** BCP 47 tag. */
  readonly language: string
  /** `case-report`: the source tells of a single patient, so its findings may not hold for others. */
  readonly publicationType: 'case-report' | null
}

/** From a heading to the next heading of the same or a higher level. */
export interface Section extends Span {
  readonly title: string
  /** 1 to 6, as in Markdown. */
  readonly level: number
}

export interface TableRow {
  /** The title of the table, if there is one: a paragraph before it that begins with "Table". */
  readonly caption: string | null
  readonly headers: readonly string[]
  /** As many as `headers`. */
  readonly cells: readonly string[]
}

export interface Block extends Span {
  readonly kind: 'heading' | 'paragraph' | 'listItem' | 'tableHead' | 'tableRow'
  /** Title of the nearest heading above; null before the first one and directly under the document's own title. */
  readonly section: string | null
  /** Only on a `tableRow`. */
  readonly table?: TableRow
}

/** Where a page of the original begins. */
export interface PageStart {
  /** As PDF readers count, from 1. */
  readonly page: number
  readonly start: number
}

export interface Source extends SourceMetadata {
  /** `[a-z0-9-]+`, the name of its corpus file. */
  readonly id: string
  /** The canonical text. */
  readonly text: string
  readonly sections: readonly Section[]
  readonly blocks: readonly Block[]
  /** In order of `start`; only of a source whose original has pages. */
  readonly pages?: readonly PageStart[]
}

/** A paragraph, list item or table row: the unit of search. */
export interface Passage extends Span {
  /** `<sourceId>:<start>`, the same for the same text. */
  readonly id: string
  readonly sourceId: string
  readonly section: string | null
  /** In order, never empty, together covering all but the white space of the passage. A table row is one sentence. */
  readonly sentences: readonly Span[]
  readonly table?: TableRow
}
