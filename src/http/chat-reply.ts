import type { Quote, QuotedRow } from '../core/answer/quote.ts'
import type { Answer, Disclaimer, Notice } from '../core/answer/reply.ts'
import type { ChatReply } from './schemas/chat-reply.ts'

/**
 * The core's answer on the wire, each object with the fields of the contract and no others, in the contract's order.
 * @param asked the message, trimmed
 */
export function toChatReply(answer: Answer, asked: string, id: string = crypto.randomUUID()): ChatReply {
  return {
    id,
    status: answer.status,
    ...(answer.language === undefined ? {} : { language: answer.language }),
    message: answer.message,
    question: { asked, searched: answer.searched },
    quotes: answer.quotes.map(toWireQuote),
    sources: answer.sources,
    notices: answer.notices.map(toWireNotice),
    disclaimers: answer.disclaimers.map(toWireDisclaimer),
    suggestions: answer.suggestions,
  }
}

function toWireQuote(quote: Quote, at: number) {
  const { text, sourceId, start, end, section, page, passageId, score, key, table, sensitive } = quote
  const onPage = page === undefined ? {} : { page }
  const part = key ? { key } : {}
  const row = table ? { table: toWireRow(table) } : {}
  const figures = sensitive ? { sensitive } : {}
  return { n: at + 1, text, sourceId, start, end, section, ...onPage, passageId, score, ...part, ...row, ...figures }
}

function toWireRow({ headers, cells, caption }: QuotedRow) {
  return { headers, cells, ...(caption === undefined ? {} : { caption }) }
}

function toWireNotice({ kind, id, version, severity, text, actions }: Notice) {
  return { kind, id, version, severity, text, actions: actions.map(({ label, href }) => ({ label, href })) }
}

function toWireDisclaimer({ id, version, text }: Disclaimer) {
  return { id, version, text }
}
