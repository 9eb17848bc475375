import { html } from 'hono/html'
import type { Citation } from '../../core/answer/reply.ts'
import { labels } from './labels.ts'
import type { Markup } from './layout.ts'

/** How old a source is, by its last revision if it had one. */
export function datedText({ published, lastRevised }: Pick<Citation, 'published' | 'lastRevised'>): Markup {
  const date = lastRevised ?? published
  if (date === null) return html`${labels.undated}`
  return html`${lastRevised ? labels.lastRevised : labels.published} <time datetime="${date}">${date}</time>`
}

/** Who wrote a source, when and for whom, and where the original is. Unknown facts are left out. */
export function metadataList(source: Citation): Markup {
  const address = source.url ?? (source.doi ? `https://doi.org/${encodeURI(source.doi)}` : null)
  return html`<dl class="metadata">
${entry(labels.authors, authorList(source.authors))}
${entry(labels.publisher, source.publisher)}
${entry(labels.date, datedText(source))}
${entry(labels.writtenFor, source.audience && labels.audience[source.audience])}
${entry(labels.licence, source.licence)}
${entry(labels.original, address && html`<a href="${address}" rel="noopener noreferrer">${address}</a>`)}
</dl>`
}

/** Each name isolated: one that reads from right to left would else swap places with its neighbours. */
function authorList(authors: readonly string[]): Markup | null {
  return authors.length === 0 ? null : html`${authors.map((name, at) => html`${at > 0 ? ', ' : ''}<bdi>${name}</bdi>`)}`
}

function entry(term: string, description: string | Markup | null): Markup {
  return description ? html`<div><dt>${term}</dt><dd>${description}</dd></div>` : html``
}
