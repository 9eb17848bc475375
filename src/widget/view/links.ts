import type { Quote, Source } from '../api/wire.ts'

/** Schemes that a reply may link to: web pages, and numbers to call or to write to. */
const ALLOWED = new Set(['https:', 'http:', 'tel:', 'sms:'])

/** @returns null for an address that is none, or that would run as a script */
export function safeHref(address: string): string | null {
  return URL.canParse(address) && ALLOWED.has(new URL(address).protocol) ? address : null
}

/** The readable page of a source with the words of a quote highlighted; null if it is not on the server. */
export function readerHref(
  server: string,
  { readerUrl }: Pick<Source, 'readerUrl'>,
  { start, end }: Pick<Quote, 'start' | 'end'>,
): string | null {
  const address = `${server}${readerUrl}?start=${start}&end=${end}#quote`
  return URL.canParse(address) && new URL(address).origin === new URL(server).origin ? address : null
}

/** Where the original is: its own address, else that of its DOI. */
export function originalHref({ url, doi }: Pick<Source, 'url' | 'doi'>): string | null {
  const address = url ?? (doi ? `https://doi.org/${encodeURI(doi)}` : null)
  return address && safeHref(address)
}
