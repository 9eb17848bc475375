import type { ChatReply, Quote, Source } from '../api/wire.ts'
import { datedText } from '../i18n/dates.ts'
import type { Strings } from '../i18n/strings.ts'
import { originalHref, readerHref } from '../view/links.ts'

/** The sources of some replies, each once, in the order in which they are quoted. */
export function collectSources(replies: readonly ChatReply[]): Source[] {
  return [...new Map(replies.flatMap(({ sources }) => sources.map((source) => [source.id, source] as const))).values()]
}

/** The facts of a reference, in the order of a list of literature; unknown ones are left out. */
export function referenceFacts(source: Source, strings: Strings): string[] {
  const { title, authors, publisher, audience, licence, doi } = source
  const facts = [
    authors.length > 0 ? authors.join(', ') : null,
    title,
    publisher,
    datedText(source, strings),
    audience && strings.audience[audience],
    doi && `doi:${doi}`,
    licence && `${strings.paper.licence} ${licence}`,
  ]
  return facts.filter((fact) => fact !== null)
}

/** Where the original can be read, else where the source can on this server. */
export function referenceAddress(source: Source, quote: Pick<Quote, 'start' | 'end'>, server: string): string | null {
  return originalHref(source) ?? readerHref(server, source, quote)
}

/** Where a quote stands: the number of its source in the references, and the page where the original has pages. */
export function placeOf({ page }: Pick<Quote, 'page'>, source: number, strings: Strings): string {
  return page ? `${source}, ${strings.page(page)}` : String(source)
}
