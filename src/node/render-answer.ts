import type { QuotedRow } from '../core/answer/quote.ts'
import type { Answer } from '../core/answer/reply.ts'

/** An answer as plain text for a terminal: notices, quotes with their sources, disclaimers. */
export function renderAnswer({ message, notices, quotes, sources, disclaimers }: Answer): string {
  const cited = quotes.map(({ text, table, sourceId, section, page, sensitive }, at) => {
    const source = sources.find(({ id }) => id === sourceId)
    const date = source?.lastRevised ?? source?.published
    const reference = [source?.title, section, page && `page ${page}`, source?.publisher, date]
      .filter(Boolean)
      .join(' · ')
    return `${at + 1}. ${sensitive ? '[survival figures] ' : ''}${table ? rowText(table) : `“${text}”`}\n   — ${reference}`
  })
  const paragraphs = [
    message,
    ...notices.map(({ text, actions }) =>
      [`! ${text}`, ...actions.map(({ label, href }) => `  > ${label} ${href}`)].join('\n'),
    ),
    ...cited,
    ...disclaimers.map(({ text }) => text),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

/** Cell by cell, each after its header, below the title of the table. */
function rowText({ caption, headers, cells }: QuotedRow): string {
  const lines = cells.map((cell, at) => `${headers[at] ?? ''}: ${cell}`)
  return [...(caption === undefined ? [] : [caption]), ...lines].join('\n   ')
}
