/** What goes over the wire, as in `/openapi.json`. A test compares these types with the server's schemas. */

export interface Turn {
  role: 'user' | 'assistant'
  /** 1 to 4,000 UTF-16 code units. */
  content: string
}

export interface ChatRequest {
  /** 1 to 2,000 UTF-16 code units, trimmed. */
  message: string
  /** Oldest first, at most 20. */
  history: Turn[]
  /** ISO 3166-1 alpha-2. */
  country?: string
  /** 1 to 5. */
  maxQuotes?: number
}

export interface Quote {
  /** From 1. */
  n: number
  text: string
  sourceId: string
  /** Into the canonical text of the source, in UTF-16 code units, as is `end`, which is exclusive. */
  start: number
  end: number
  section: string | null
  passageId: string
  score: number
  /** The part that answers best, offsets as above; only where the quote holds more. */
  key?: { start: number; end: number } | undefined
  table?: { headers: readonly string[]; cells: readonly string[] } | undefined
  /** Ask before showing it. */
  sensitive?: 'prognosis' | undefined
}

export interface Source {
  id: string
  title: string
  authors: readonly string[]
  publisher: string | null
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as is `lastRevised`. */
  published: string | null
  lastRevised: string | null
  url: string | null
  doi: string | null
  licence: string | null
  audience: 'patient' | 'clinician' | null
  /** Path on the server. */
  readerUrl: string
}

export interface Notice {
  /** More kinds may be added. */
  kind: string
  id: string
  version: number
  severity: 'urgent' | 'caution' | 'info'
  text: string
  actions: readonly { label: string; href: string }[]
}

export interface Disclaimer {
  id: string
  version: number
  text: string
}

export interface ChatReply {
  id: string
  status: 'answered' | 'no_answer' | 'safety' | 'conversation' | 'unsupported_language'
  /** ISO 639-1 code of the language of `message` and of urgent notices, where that is not English. */
  language?: string | undefined
  message: string
  question: { asked: string; searched: string | null }
  quotes: readonly Quote[]
  sources: readonly Source[]
  notices: readonly Notice[]
  disclaimers: readonly Disclaimer[]
  suggestions: readonly string[]
}

/** A medical word that the sources explain, and the words that explain it. */
export interface GlossaryTerm {
  term: string
  /** As it may be written in a text. */
  forms: readonly string[]
  quote: Pick<Quote, 'text' | 'sourceId' | 'start' | 'end' | 'section'>
}
