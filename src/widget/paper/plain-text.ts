import type { ChatReply } from '../api/wire.ts'
import { type Exchange, isShown } from '../conversation/exchange.ts'
import type { Strings } from '../i18n/strings.ts'
import { collectSources, placeOf, referenceAddress, referenceFacts } from './references.ts'

/** An answer as text to paste into a message or a note: nothing without its source, and never without disclaimers. */
export function toPlainText(exchange: Exchange, strings: Strings, server: string): string {
  const { asked, reply } = exchange
  if (!reply) return ''
  const sources = collectSources([reply])
  const number = (id: string) => sources.findIndex((source) => source.id === id) + 1
  const quotes = reply.quotes.map((quote) =>
    isShown(quote, exchange)
      ? `${wordsOf(quote)} [${placeOf(quote, number(quote.sourceId), strings)}]`
      : strings.paper.hidden,
  )
  const references = sources.map((source, at) => `[${at + 1}] ${referenceLine(source, reply, strings, server)}`)
  return [
    `${strings.youAsked} ${asked}`,
    reply.message,
    ...reply.notices.map(({ text, actions }) => [text, ...actions.map(({ label }) => label)].join(' ')),
    ...quotes,
    references.join('\n'),
    ...reply.disclaimers.map(({ text }) => text),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** A table row cell by cell, each after its header. */
function wordsOf({ text, table }: ChatReply['quotes'][number]): string {
  if (!table) return `“${text}”`
  const cells = table.cells.map((cell, at) => `${table.headers[at] ?? ''}: ${cell}`)
  return [...(table.caption ? [table.caption] : []), ...cells].join('\n')
}

function referenceLine(source: ChatReply['sources'][number], { quotes }: ChatReply, strings: Strings, server: string) {
  const quote = quotes.find(({ sourceId }) => sourceId === source.id)
  const address = quote && referenceAddress(source, quote, server)
  return [...referenceFacts(source, strings), ...(address ? [address] : [])].join('. ')
}
