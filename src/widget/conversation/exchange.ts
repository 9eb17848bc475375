import type { Failure } from '../api/failure.ts'
import type { ChatReply, Notice } from '../api/wire.ts'

/** A question and what came of it. */
export interface Exchange {
  /** Of this page only, from 1. */
  readonly id: number
  readonly asked: string
  /** Notices that came before the reply was whole; they stay if it never becomes whole. */
  readonly early: readonly Notice[]
  readonly reply: ChatReply | null
  readonly failure: Failure | null
  /** Milliseconds, as of `Date.now()`; 0 where nothing failed. */
  readonly failedAt: number
  /** The server takes longer than usual. */
  readonly slow: boolean
  /** Numbers of the quotes with survival figures that the reader chose to see. */
  readonly revealed: readonly number[]
}

/** What is kept where the host page has a conversation remembered. */
export type KeptExchange = Pick<Exchange, 'asked' | 'revealed'> & { readonly reply: ChatReply }

export function isSearching({ reply, failure }: Exchange): boolean {
  return !reply && !failure
}

/** Whether a quote's words may be shown. */
export function isShown(quote: ChatReply['quotes'][number], { revealed }: Pick<Exchange, 'revealed'>): boolean {
  return !quote.sensitive || revealed.includes(quote.n)
}
