/** What a screen reader is told of a change; the log itself is silent, so that nothing is read twice. */
import type { Strings } from '../i18n/strings.ts'
import { failureText } from '../view/failure.ts'
import type { Exchange } from './exchange.ts'

export interface Announcement {
  /** Waits until the reader has finished its sentence. */
  readonly polite: string
  /** Interrupts: what to do in danger. */
  readonly urgent: string
  /** Language of `urgent`, where it is not English. */
  readonly language?: string | undefined
}

export const SILENT: Announcement = { polite: '', urgent: '' }

export function announce({ reply, failure, early, slow }: Exchange, strings: Strings): Announcement {
  const urgent = (reply?.notices ?? early)
    .filter(({ severity }) => severity === 'urgent')
    .map(({ text }) => text)
    .join(' ')
  const polite = reply
    ? [reply.message, reply.quotes.length > 0 ? strings.quotesFound(reply.quotes.length) : ''].join(' ').trim()
    : failure
      ? failureText(failure, strings)
      : slow
        ? strings.stillSearching
        : strings.searching
  return { polite, urgent, language: reply?.language }
}
