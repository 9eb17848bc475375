/** What goes into and comes out of the answer flow. */
import type { FixedText } from '../safety/fixed-text.ts'
import type { Passage, Source, SourceMetadata } from '../source.ts'
import type { Quote } from './quote.ts'

export interface Turn {
  readonly role: 'user' | 'assistant'
  readonly content: string
}

export interface ChatRequest {
  /** 1 to 2,000 UTF-16 code units, trimmed. */
  readonly message: string
  /** Oldest first, at most 20. */
  readonly history: readonly Turn[]
  /** ISO 3166-1 alpha-2, upper case, or null if the host page gave none. */
  readonly country: string | null
  /** 1 to 5. */
  readonly maxQuotes: number
}

export type Status = 'answered' | 'no_answer' | 'safety' | 'conversation' | 'unsupported_language'

/** A source as a reader sees it cited. */
export interface Citation
  extends Pick<
    SourceMetadata,
    'title' | 'authors' | 'publisher' | 'published' | 'lastRevised' | 'url' | 'doi' | 'licence' | 'audience'
  > {
  readonly id: string
  /** Path of the readable page on this server. */
  readonly readerUrl: string
}

export interface Notice {
  readonly kind: 'source_age' | 'case_report'
  readonly id: string
  readonly version: number
  readonly severity: 'urgent' | 'caution' | 'info'
  readonly text: FixedText
  readonly actions: readonly { readonly label: FixedText; readonly href: string }[]
}

export interface Disclaimer {
  readonly id: string
  readonly version: number
  readonly text: FixedText
}

declare const composed: unique symbol

/** The brand keeps every file but `compose.ts` from making one. */
export interface Answer {
  readonly status: Status
  readonly message: FixedText
  /** The standalone question that was searched, or null where nothing was. */
  readonly searched: string | null
  /** Best first. */
  readonly quotes: readonly Quote[]
  /** Each source quoted, once, in the order of their first quotes. */
  readonly sources: readonly Citation[]
  /** Urgent ones first. */
  readonly notices: readonly Notice[]
  /** Never empty. */
  readonly disclaimers: readonly [Disclaimer, ...Disclaimer[]]
  /** Questions that this corpus answers, written by people. */
  readonly suggestions: readonly string[]
  readonly [composed]: true
}

export interface RankedPassage {
  readonly passage: Passage
  /** The passage's words. */
  readonly text: string
  /** 0 to 1, best first. */
  readonly score: number
}

/** Everything that an interface (HTTP, command line) may ask of a loaded corpus. */
export interface Engine {
  answer(request: ChatRequest): Promise<Answer>
  /** The best passages, best first, without abstention. */
  search(query: string, limit: number): Promise<RankedPassage[]>
  /** In the order of their ids. */
  readonly sources: readonly Source[]
}
