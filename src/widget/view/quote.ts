import { html, nothing } from 'lit'
import type { Quote, Source } from '../api/wire.ts'
import { type Exchange, isShown } from '../conversation/exchange.ts'
import { datedText } from '../i18n/dates.ts'
import type { ViewContext } from './context.ts'
import { explanationView } from './explanation.ts'
import { languageOf } from './language.ts'
import { originalHref } from './links.ts'
import { createTermFinder, type Piece, type TermFinder, toPieces } from './pieces.ts'
import { sourceLink } from './source-link.ts'

const NO_TERMS = createTermFinder([])
const finders = new WeakMap<object, TermFinder>()

/** Made once for each glossary: it is a long pattern. */
function finderFor(glossary: ViewContext['glossary']): TermFinder {
  if (!glossary) return NO_TERMS
  const finder = finders.get(glossary) ?? createTermFinder(glossary.terms)
  finders.set(glossary, finder)
  return finder
}

/** The quotes of a reply, best first, each with its source. */
export function quoteList(exchange: Exchange, context: ViewContext) {
  const { reply } = exchange
  if (!reply || reply.quotes.length === 0) return nothing
  const { strings } = context
  const items = reply.quotes.map((quote) => {
    const source = reply.sources.find(({ id }) => id === quote.sourceId)
    // Words without their source are never shown.
    return source ? quoteItem(quote, source, exchange, context) : nothing
  })
  return html`<ol class="quotes" role="list" aria-label=${strings.quotes}>${items}</ol>`
}

function quoteItem(quote: Quote, source: Source, exchange: Exchange, context: ViewContext) {
  const { strings } = context
  const { n } = quote
  const words = isShown(quote, exchange) ? wordsOf(quote, source, exchange, context) : gate(quote, exchange, context)
  return html`<li>
    <figure class="quote" part="quote" id=${`quote-${exchange.id}-${n}`} tabindex="-1" aria-label=${strings.quote(n)}>
      ${words} ${explanationOf(quote, exchange, context)}
      <figcaption>
        <cite><bdi lang=${languageOf(source)}>${source.title}</bdi></cite>
        ${quote.section && quote.section !== source.title ? html`<span class="section"><bdi>${quote.section}</bdi></span>` : nothing}
        <span class="facts">
          <span>${datedText(source, strings)}</span>
          ${quote.page ? html`<span>${strings.page(quote.page)}</span>` : nothing}
          ${source.publisher ? html`<span dir="auto">${source.publisher}</span>` : nothing}
          ${source.audience ? html`<span class="audience ${source.audience}">${strings.audience[source.audience]}</span>` : nothing}
        </span>
        ${sourceLink(source, quote, context, strings.ofQuote(n))}
      </figcaption>
    </figure>
  </li>`
}

function wordsOf(quote: Quote, source: Source, exchange: Exchange, context: ViewContext) {
  const told = quote.table
    ? tableRow(quote.table, context)
    : html`<p>${toPieces(quote, finderFor(context.glossary)).map((piece) => pieceView(piece, quote, exchange, context))}</p>`
  return html`<blockquote lang=${languageOf(source)} dir="auto" cite=${originalHref(source) ?? nothing}>${told}</blockquote>`
}

function pieceView({ text, isKey, term }: Piece, { n }: Quote, exchange: Exchange, context: ViewContext) {
  const { explanation, strings, actions } = context
  const isOpen = explanation?.exchange === exchange.id && explanation.quote === n && explanation.term === term
  const words = term
    ? html`<button
        class="term"
        aria-label=${`${text}${strings.explain}`}
        aria-expanded=${isOpen}
        aria-controls=${isOpen ? 'explanation' : nothing}
        @click=${() => actions.explain({ exchange: exchange.id, quote: n, term })}
        >${text}</button
      >`
    : text
  return isKey ? html`<mark>${words}</mark>` : words
}

/** One line a cell, its header before it: nine columns would not fit a phone. */
function tableRow({ caption, headers, cells }: NonNullable<Quote['table']>, { strings }: ViewContext) {
  const lines = cells.map((cell, at) => html`<tr><th scope="row">${headers[at] ?? ''}</th><td>${cell}</td></tr>`)
  return html`<table part="table"><caption><bdi>${strings.tableRow}</bdi>${caption ? html`<p>${caption}</p>` : nothing}</caption><tbody>${lines}</tbody></table>`
}

/** The notice on survival figures stands above the quotes; here the reader decides. */
function gate({ n }: Quote, exchange: Exchange, { strings, actions }: ViewContext) {
  return html`<div class="gate" part="gate">
    <p>${strings.holdsSurvival}</p>
    <button class="button" @click=${() => actions.reveal(exchange, n)}>
      ${strings.showSurvival}<span class="heard">${strings.ofQuote(n)}</span>
    </button>
  </div>`
}

function explanationOf({ n }: Quote, { id }: Exchange, context: ViewContext) {
  const { explanation } = context
  return explanation?.exchange === id && explanation.quote === n ? explanationView(explanation, context) : nothing
}
