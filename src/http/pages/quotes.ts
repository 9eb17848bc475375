import { html } from 'hono/html'
import type { Quote } from '../../core/answer/quote.ts'
import type { Answer, Citation } from '../../core/answer/reply.ts'
import { labels } from './labels.ts'
import type { Markup } from './layout.ts'
import { datedText } from './metadata.ts'

/** The quotes with their sources, best first. */
export function quoteList({ quotes, sources }: Pick<Answer, 'quotes' | 'sources'>): Markup {
  if (quotes.length === 0) return html``
  const items = quotes.map((quote, at) => quoteItem(quote, at + 1, sources))
  return html`<ol class="quotes" aria-label="${labels.quotes}">
${items}
</ol>`
}

function quoteItem(quote: Quote, n: number, sources: readonly Citation[]): Markup {
  const source = sources.find(({ id }) => id === quote.sourceId)
  // An answer cites each source that it quotes, and words without their source are never shown.
  if (!source) throw new Error(`The answer quotes ${quote.sourceId} but does not cite it`)
  const place = `${source.readerUrl}?start=${quote.start}&end=${quote.end}#quote`
  const told = quote.table ? tableRow(quote.table) : html`<p>${quote.text}</p>`
  const words = html`<blockquote lang="${source.language}" dir="auto" cite="${source.url ?? place}">${told}</blockquote>`
  const audience = source.audience ? `, ${labels.audience[source.audience]}` : ''
  return html`<li><figure>
${quote.sensitive ? html`<details class="sensitive"><summary>${labels.showSurvival}</summary>${words}</details>` : words}
<figcaption><cite>${source.title}</cite><br>${datedText(source)}${audience}${quote.page ? `, ${labels.page(quote.page)}` : ''}<br>
<a href="${place}" target="_blank">${labels.seeInSource(n)}</a></figcaption>
</figure></li>`
}

/** One line a cell, its header before it: nine columns would not fit a phone. */
function tableRow({ caption, headers, cells }: NonNullable<Quote['table']>): Markup {
  const lines = cells.map((cell, at) => html`<tr><th scope="row">${headers[at] ?? ''}</th><td>${cell}</td></tr>`)
  return html`<table class="row"><caption>${labels.tableRow}${caption && html`<p>${caption}</p>`}</caption><tbody>${lines}</tbody></table>`
}
