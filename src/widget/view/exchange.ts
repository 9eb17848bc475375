import { html, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { ChatReply } from '../api/wire.ts'
import { type Exchange, isSearching } from '../conversation/exchange.ts'
import type { ViewContext } from './context.ts'
import { failureView } from './failure.ts'
import { noticeView } from './notice.ts'
import { quoteList } from './quote.ts'

/**
 * A question and its answer, worked out anew only if something of it has changed: a long conversation would otherwise
 * hold up each new answer. @param isLast only the last one offers what to do next
 */
export function exchangeView(exchange: Exchange, isLast: boolean, context: ViewContext) {
  const { strings, headingLevel, server, glossary, explanation, note, now, isBusy } = context
  const own = <Shown extends { readonly exchange: number }>(shown: Shown | null) =>
    shown?.exchange === exchange.id ? shown : null
  const changes = [exchange, isLast, strings, headingLevel, server, glossary, own(explanation), own(note)]
  return guard([...changes, isLast && isBusy, exchange.failure && now], () => wholeView(exchange, isLast, context))
}

function wholeView(exchange: Exchange, isLast: boolean, context: ViewContext) {
  const { strings, headingLevel } = context
  const { id, asked, reply } = exchange
  const title = `asked-${id}`
  return html`<article class="exchange ${reply?.status ?? ''}" id=${`exchange-${id}`} tabindex="-1" aria-labelledby=${title}>
    <h3 class="asked" aria-level=${headingLevel + 1} id=${title} part="question"><span class="heard">${strings.youAsked}</span> <bdi>${asked}</bdi></h3>
    <div class="answer" part="answer" id=${`answer-${id}`}>${reply ? replyView(reply, exchange, isLast, context) : unfinished(exchange, context)}</div>
  </article>`
}

function replyView(reply: ChatReply, exchange: Exchange, isLast: boolean, context: ViewContext) {
  const { strings } = context
  const { message, language, notices, suggestions } = reply
  const urgent = notices.filter(({ severity }) => severity === 'urgent')
  const others = notices.filter(({ severity }) => severity !== 'urgent')
  const lang = language ?? 'en'
  return html`<p class="message" lang=${lang} dir="auto">${message}</p>
    ${urgent.map((notice) => noticeView(notice, strings, language))} ${searchedLine(reply, context)}
    ${others.map((notice) => noticeView(notice, strings))} ${quoteList(exchange, context)}
    ${isLast && suggestions.length > 0 ? suggestionList(strings.suggestions, suggestions, context) : nothing}
    ${tools(exchange, isLast, context)}`
}

/** What came before the reply was whole: notices stay, whatever becomes of it. */
function unfinished(exchange: Exchange, context: ViewContext) {
  const { strings } = context
  const early = exchange.early.filter(({ severity }) => severity === 'urgent')
  return html`${early.map((notice) => noticeView(notice, strings))}
  ${
    isSearching(exchange)
      ? html`<p class="searching"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${exchange.slow ? strings.stillSearching : strings.searching}</p>`
      : failureView(exchange, context)
  }`
}

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s?.!]+/g, ' ')
    .trim()

function searchedLine({ question: { asked, searched } }: ChatReply, { strings }: ViewContext) {
  if (searched === null || bare(searched) === bare(asked)) return nothing
  return html`<p class="searched">${strings.searchedFor} <bdi lang="en">${searched}</bdi></p>`
}

/** Questions to ask with one press. */
export function suggestionList(title: string, suggestions: readonly string[], { isBusy, actions }: ViewContext) {
  const buttons = suggestions.map(
    (text) => html`<li>
      <button class="suggestion" part="suggestion" lang="en" dir="auto" aria-disabled=${isBusy} @click=${() => actions.ask(text)}>${text}</button>
    </li>`,
  )
  return html`<div class="suggestions">
    <p class="label" id="suggestions">${title}</p>
    <ul role="list" aria-labelledby="suggestions">${buttons}</ul>
  </div>`
}

function tools(exchange: Exchange, isLast: boolean, { strings, actions, note }: ViewContext) {
  return html`<div class="tools">
    <button class="plain" @click=${() => actions.copy(exchange)}>${strings.copy}</button>
    ${isLast ? html`<button class="plain" @click=${() => actions.print()}>${strings.print}</button>` : nothing}
    ${note?.exchange === exchange.id ? html`<span class="note">${note.text}</span>` : nothing}
  </div>`
}
