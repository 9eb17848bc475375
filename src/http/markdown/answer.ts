import { labels } from '../pages/labels.ts'
import type { ChatReply } from '../schemas/chat-reply.ts'
import { escapeLinkText, escapeMarkdown } from './escape.ts'

type Quote = ChatReply['quotes'][number]
type Citation = ChatReply['sources'][number]
type Notice = ChatReply['notices'][number]

export interface MarkdownOptions {
  /** Of this server, such as `https://chat.example.org`, for links to the readable sources. */
  readonly origin: string
  /** Else quotes with figures of survival are left out, as the pages fold them, and their references lead to them. */
  readonly showSurvivalFigures?: boolean
}

/**
 * A reply as Markdown, block by block, to be joined by empty lines. Every word is a quote, a catalogue text, a label
 * of the pages, metadata of a source or a reader question of the corpus. A block quote holds a quote and nothing else;
 * below it stands its numbered reference. A row of a table is a list of its cells, each after its column's header, below
 * the table's title.
 */
export function toMarkdown(reply: ChatReply, options: MarkdownOptions): string[] {
  const { message, notices, quotes, sources, suggestions, disclaimers } = reply
  return [
    escapeMarkdown(message),
    ...notices.flatMap(noticeBlocks),
    ...quotes.flatMap((quote) => quoteBlocks(quote, { ...options, sources })),
    ...(suggestions.length > 0 ? [title(labels.suggestions), list(suggestions.map(escapeMarkdown))] : []),
    title(labels.disclaimers),
    ...disclaimers.map(({ text }) => escapeMarkdown(text)),
  ]
}

const title = (label: string) => `**${escapeMarkdown(label)}**`
const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n')
const link = (text: string, address: string) => `[${escapeLinkText(text)}](${target(address)})`

/** Round brackets would end the target early; backslashes and character references would be read as such. */
const target = (address: string) =>
  new URL(address).href
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
    .replaceAll('\\', '%5C')
    .replace(/&(?=[#\w]+;)/g, '%26')

function noticeBlocks({ severity, text, actions }: Notice): string[] {
  const told = `${title(`${labels.severity[severity]}:`)} ${escapeMarkdown(text)}`
  return actions.length > 0 ? [told, list(actions.map(({ label, href }) => link(label, href)))] : [told]
}

interface Place extends MarkdownOptions {
  readonly sources: readonly Citation[]
}

function quoteBlocks(quote: Quote, { sources, origin, showSurvivalFigures }: Place): string[] {
  const source = sources.find(({ id }) => id === quote.sourceId)
  // An answer cites each source that it quotes, and words without their source are never shown.
  if (!source) throw new Error(`The answer quotes ${quote.sourceId} but does not cite it`)
  const place = `${origin}${source.readerUrl}?start=${quote.start}&end=${quote.end}#quote`
  const isFolded = quote.sensitive !== undefined && !showSurvivalFigures
  const reference = [
    link(isFolded ? labels.showSurvival : source.title, place),
    ...[isFolded ? source.title : null, quote.section, source.publisher, dateOf(source)]
      .filter((fact) => fact !== null)
      .map(escapeMarkdown),
    ...(source.audience ? [escapeMarkdown(labels.audience[source.audience])] : []),
    ...(source.url ? [link(labels.original, source.url)] : []),
  ]
  const numbered = `[${quote.n}] ${reference.join(' · ')}`
  return isFolded ? [numbered] : [blockQuote(quote), numbered]
}

function blockQuote({ text, table }: Quote): string {
  if (!table) return `> ${escapeMarkdown(text)}`
  const cells = table.cells.map((cell, at) =>
    `> - ${title(`${table.headers[at] ?? ''}:`)} ${escapeMarkdown(cell)}`.trimEnd(),
  )
  return [...(table.caption ? [`> ${escapeMarkdown(table.caption)}`, '>'] : []), ...cells].join('\n')
}

function dateOf({ published, lastRevised }: Citation): string {
  const date = lastRevised ?? published
  return date === null ? labels.undated : `${lastRevised ? labels.lastRevised : labels.published} ${date}`
}
