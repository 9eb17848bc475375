/** What goes over the wire: types only. */
import type { Quote } from '../../client/index.ts'

export type { ChatReply, ChatRequest, Notice, Quote, Source } from '../../client/index.ts'

/** A turn of `ChatRequest.history`. */
export interface Turn {
  role: 'user' | 'assistant'
  /** 1 to 4,000 UTF-16 code units. */
  content: string
}

/** A medical word that the sources explain, and the words that explain it. */
export interface GlossaryTerm {
  readonly term: string
  /** As it may be written in a text. */
  readonly forms: readonly string[]
  readonly quote: Pick<Quote, 'text' | 'sourceId' | 'start' | 'end' | 'section'>
}
