/** The conversation as a page to print or to save as PDF, for an appointment. */
import { html, nothing, render } from 'lit'
import type { ChatReply, Quote } from '../api/wire.ts'
import { type Exchange, isShown } from '../conversation/exchange.ts'
import type { Strings } from '../i18n/strings.ts'
import { languageOf } from '../view/language.ts'
import { noticeLanguage } from '../view/notice.ts'
import { createTermFinder, toPieces } from '../view/pieces.ts'
import { paperStyles } from './paper-styles.ts'
import { collectSources, placeOf, referenceAddress, referenceFacts } from './references.ts'

interface PaperOptions {
  readonly exchanges: readonly Exchange[]
  readonly strings: Strings
  /** Origin of the server. */
  readonly server: string
  readonly now: Date
}

type Answered = Exchange & { readonly reply: ChatReply }

/** Opens the page in a window of its own, and its print dialog. @returns false where the browser allows no window */
export function openPaper(options: PaperOptions): boolean {
  const opened = window.open('', '_blank')
  if (!opened) return false
  // The window's own constructor: a style sheet belongs to one document.
  const page = opened as Window & typeof globalThis
  const { document } = page
  const { strings } = options
  document.documentElement.lang = strings.locale
  document.documentElement.dir = strings.direction
  document.title = strings.paper.title
  const sheet = new page.CSSStyleSheet()
  // Neither a style element nor an attribute: the host page's policy holds for this window too.
  sheet.replaceSync(paperStyles)
  document.adoptedStyleSheets = [sheet]
  document.head.append(viewportOf(document))
  render(
    paper(options, () => page.print()),
    document.body,
  )
  page.focus()
  // The dialog stops this page too, so whatever the press began ends first.
  setTimeout(() => page.print())
  return true
}

function viewportOf(document: Document): HTMLMetaElement {
  const meta = document.createElement('meta')
  meta.name = 'viewport'
  meta.content = 'width=device-width, initial-scale=1'
  return meta
}

function paper({ exchanges, strings, server, now }: PaperOptions, print: () => void) {
  const words = strings.paper
  const answered = exchanges.filter((exchange): exchange is Answered => exchange.reply !== null)
  const replies = answered.map(({ reply }) => reply)
  const sources = collectSources(replies)
  const number = (id: string) => sources.findIndex((source) => source.id === id) + 1
  const disclaimers = new Map(replies.flatMap((reply) => reply.disclaimers.map(({ id, text }) => [id, text] as const)))
  const made = new Intl.DateTimeFormat(strings.locale, { dateStyle: 'long' }).format(now)
  const quotes = replies.flatMap((reply) => reply.quotes)
  return html`<main>
    <header>
      <h1>${words.title}</h1>
      <p>${words.made(made)}</p>
      <button @click=${print}>${words.printNow}</button>
    </header>
    ${answered.map((exchange) => exchangeOnPaper(exchange, number, strings))}
    ${
      sources.length > 0
        ? html`<section>
            <h2>${words.references}</h2>
            <ol class="references">
              ${sources.map((source) => html`<li>${reference(source, quotes, strings, server, made)}</li>`)}
            </ol>
          </section>`
        : nothing
    }
    <section class="disclaimers">
      <h2>${strings.disclaimers}</h2>
      ${[...disclaimers.values()].map((text) => html`<p lang="en" dir="auto">${text}</p>`)}
    </section>
    <section class="notes"><h2>${words.notes}</h2></section>
  </main>`
}

function exchangeOnPaper(exchange: Answered, number: (id: string) => number, strings: Strings) {
  const { asked, reply } = exchange
  return html`<section class="exchange">
    <h2><span>${strings.paper.question}</span> <bdi>${asked}</bdi></h2>
    <p lang=${reply.language ?? 'en'} dir="auto">${reply.message}</p>
    ${reply.notices.map(
      ({ severity, text, actions }) =>
        html`<p class="notice ${severity}">
          <strong>${strings.severity[severity]}:</strong>
          <span lang=${noticeLanguage(severity, reply.language)} dir="auto">${text}</span>
          ${actions.map(({ label }) => html`<strong lang="en" dir="auto">${label}</strong> `)}
        </p>`,
    )}
    ${reply.quotes.map((quote) =>
      isShown(quote, exchange)
        ? quoteOnPaper(quote, placeOf(quote, number(quote.sourceId), strings), languageIn(reply, quote))
        : html`<p class="hidden">${strings.paper.hidden}</p>`,
    )}
  </section>`
}

const plain = createTermFinder([])

const languageIn = ({ sources }: ChatReply, { sourceId }: Quote) =>
  languageOf(sources.find(({ id }) => id === sourceId) ?? {})

/** @param place from `placeOf` */
function quoteOnPaper(quote: Quote, place: string, language: string) {
  const { table } = quote
  const mark = html`<span class="number">[${place}]</span>`
  if (table) {
    const lines = table.cells.map(
      (cell, at) => html`<tr><th scope="row">${table.headers[at] ?? ''}</th><td>${cell}</td></tr>`,
    )
    return html`<blockquote lang=${language} dir="auto"><table>${table.caption ? html`<caption>${table.caption}</caption>` : nothing}<tbody>${lines}</tbody></table>${mark}</blockquote>`
  }
  const pieces = toPieces(quote, plain).map(({ text, isKey }) => (isKey ? html`<mark>${text}</mark>` : text))
  return html`<blockquote lang=${language} dir="auto"><p>${pieces}</p>${mark}</blockquote>`
}

function reference(
  source: ChatReply['sources'][number],
  quotes: readonly Quote[],
  strings: Strings,
  server: string,
  made: string,
) {
  const quote = quotes.find(({ sourceId }) => sourceId === source.id)
  const address = quote && referenceAddress(source, quote, server)
  const facts = referenceFacts(source, strings).map((fact) => html`<span dir="auto">${fact}</span>. `)
  const link = address ? html`<a href=${address} rel="noopener noreferrer">${address}</a>. ` : nothing
  return html`${facts}${link}${strings.paper.readAt} ${made}.`
}
