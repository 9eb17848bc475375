import type { Root } from 'mdast'
import type { SourceMetadata } from '../../core/source.ts'

export type Format = 'markdown' | 'text' | 'html' | 'docx' | 'pdf'

/** Something that stands in the original and not, or not so, in the source. */
export interface Change {
  readonly kind: 'removed' | 'repaired'
  /** What it is, in the singular: "running head", "navigation". */
  readonly what: string
  /** Its words, on one line. */
  readonly text: string
  /** Page of the original, from 1. */
  readonly page?: number
}

/** What a document says of itself; raw, to be checked as front matter. */
export type Facts = { -readonly [Field in keyof SourceMetadata]?: string | readonly string[] | null }

/** A document as its reader leaves it: any Markdown tree, tidied before it is written. */
export interface Draft {
  readonly root: Root
  readonly facts: Facts
  readonly changes: readonly Change[]
}

/** A document in the corpus format. */
export interface Converted {
  /** The body, without front matter. */
  readonly body: string
  readonly facts: Facts
  readonly changes: readonly Change[]
}
