import { html } from 'hono/html'
import type { Citation } from '../../core/answer/reply.ts'
import { labels } from './labels.ts'
import type { Markup } from './layout.ts'

type Dated = Pick<Citation, 'published' | 'lastRevised'>

/** How old a source is, by its last revision if it had one. */
export function datedText({ published, lastRevised }: Dated): Markup {
  const date = lastRevised ?? published
  if (date === null) return html`${labels.undated}`
  return html`${lastRevised ? labels.lastRevised : labels.published} <time datetime="${date}">${inWords(date)}</time>`
}

const MONTHS = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

/** @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
function inWords(date: string): string {
  const [year, month, day] = date.split('-')
  if (month === undefined) return date
  const parts = [day && String(Number(day)), MONTHS.format(new Date(`${year}-${month}-01`)), year]
  return parts.filter(Boolean).join(' ')
}

/** Who wrote a source, where the original is and how to cite it. Unknown facts are left out. */
export function metadataList(source: Citation): Markup {
  return html`<dl class="metadata">
${entry(labels.authors, authorList(source.authors))}
${entry(labels.publisher, source.publisher && html`<bdi>${source.publisher}</bdi>`)}
${entry(labels.licence, source.licence && html`<bdi>${source.licence}</bdi>`)}
${entry(labels.original, original(source))}
${entry(labels.howToCite, reference(source))}
</dl>`
}

/** Where the original is: only an address that nobody on the way can exchange is a link. */
export function linkOf({ url, doi }: Pick<Citation, 'url' | 'doi'>): string | null {
  if (url?.startsWith('https:')) return url
  return doi ? `https://doi.org/${encodeURI(doi)}` : null
}

function original(source: Citation): Markup | string | null {
  const link = linkOf(source)
  return link ? html`<a href="${link}" rel="noopener noreferrer">${link}</a>` : source.url
}

/** Authors, title, publisher, date and address, as in a list of references. */
function reference(source: Citation): Markup {
  const parts = [
    authorList(source.authors),
    html`<cite><bdi>${source.title}</bdi></cite>`,
    source.publisher && html`<bdi>${source.publisher}</bdi>`,
    datedText(source),
  ].filter((part) => part !== null)
  const address = linkOf(source) ?? source.url
  return html`${parts.map((part) => html`${part}. `)}${address ?? ''}`
}

/** Each name isolated: one that reads from right to left would else swap places with its neighbours. */
function authorList(authors: readonly string[]): Markup | null {
  return authors.length === 0 ? null : html`${authors.map((name, at) => html`${at > 0 ? ', ' : ''}<bdi>${name}</bdi>`)}`
}

function entry(term: string, description: string | Markup | null): Markup {
  return description ? html`<div><dt>${term}</dt><dd>${description}</dd></div>` : html``
}
