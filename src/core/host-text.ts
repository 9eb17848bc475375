/** The words of whoever runs the server: the third kind of text, beside quotes and the catalogue. */
import { collapse } from './ingest/normalise.ts'

declare const hosted: unique symbol

/**
 * A text from the settings file, one line of visible characters. Nobody has reviewed it, so it never stands where a
 * quote or a text of the catalogue does: it names the chat, greets, and adds to fixed texts. It is no markup. The brand
 * can't be forged without a cast: `hostText` below is the only place that makes one.
 */
export type HostText = string & { readonly [hosted]: true }

/** @returns null where nothing visible is left, or more than `max` UTF-16 code units */
export function hostText(words: string, max: number): HostText | null {
  const text = collapse(words)
  return text === '' || text.length > max ? null : (text as HostText)
}

export interface HostTexts {
  /** In place of the program's name. */
  readonly title: HostText | null
  /** Shown before the first question. */
  readonly greeting: HostText | null
  /** After the fixed ones, on every reply. Their ids begin with `host.`, and another text has another id. */
  readonly disclaimers: readonly { readonly id: string; readonly version: 1; readonly text: HostText }[]
  /** After the fixed contacts, on every notice of a crisis. */
  readonly crisisLines: readonly { readonly label: HostText; readonly href: string }[]
}

/** Nobody has said anything of their own. */
export const NO_HOST_TEXTS: HostTexts = { title: null, greeting: null, disclaimers: [], crisisLines: [] }
