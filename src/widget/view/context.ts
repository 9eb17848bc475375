import type { Glossary } from '../api/lookups.ts'
import type { GlossaryTerm } from '../api/wire.ts'
import type { Exchange } from '../conversation/exchange.ts'
import type { Strings } from '../i18n/strings.ts'

/** The one explanation that is open: of which word, below which quote. */
export interface OpenExplanation {
  readonly exchange: number
  readonly quote: number
  readonly term: GlossaryTerm
}

/** What every part of the view may need beside what it shows. */
export interface ViewContext {
  readonly strings: Strings
  /** Of the chat's title, 1 to 5. */
  readonly headingLevel: number
  /** Origin of the server. */
  readonly server: string
  readonly glossary: Glossary | null
  readonly explanation: OpenExplanation | null
  /** What came of a press on a tool below an answer. */
  readonly note: { readonly exchange: number; readonly text: string } | null
  /** Milliseconds, as of `Date.now()`. */
  readonly now: number
  readonly isBusy: boolean
  readonly actions: {
    ask(message: string): void
    retry(exchange: Exchange): void
    reveal(exchange: Exchange, n: number): void
    /** The same again closes it. */
    explain(explanation: OpenExplanation): void
    copy(exchange: Exchange): void
    print(): void
  }
}
