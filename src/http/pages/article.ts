/** A source's canonical text as markup: its blocks, nothing added and nothing left out. */
import { html, raw } from 'hono/html'
import type { Block, Source, Span } from '../../core/source.ts'
import { cellSpans } from './cells.ts'
import { directionOf } from './direction.ts'
import { type Group, groupBlocks, isFigure, type TableGroup } from './groups.ts'
import { labels } from './labels.ts'
import type { Markup } from './layout.ts'
import { createMarker } from './marker.ts'
import { depthsOf, repeatedTitle, sectionId, TEXT_ID } from './sections.ts'

interface Context {
  readonly source: Source
  readonly depths: ReadonlyMap<number, number>
  /** Start of a heading that the page has said already and that holds nothing of the quote. */
  readonly repeated: number | null
  readonly render: (span: Span) => Markup
  readonly isQuoted: (span: Span) => boolean
  /** Tells the tables apart. */
  readonly nextTable: () => number
}

/** @param quote the span to highlight, from `spanOf` */
export function article(source: Source, quote: Span | null): Markup {
  const title = repeatedTitle(source)
  let tables = 0
  const context: Context = {
    source,
    depths: depthsOf(source.sections),
    repeated: title && !(quote && quote.start < title.title.length) ? title.start : null,
    render: createMarker(source, quote),
    isQuoted: ({ start, end }) => quote !== null && start < quote.end && quote.start < end,
    nextTable: () => ++tables,
  }
  const blocks = groupBlocks(source).map((group) => groupMarkup(group, context))
  return html`<article id="${TEXT_ID}" lang="${source.language}" dir="${directionOf(source.language)}">
${blocks}
</article>`
}

function groupMarkup(group: Group, context: Context): Markup {
  const { source, render } = context
  if (group.kind === 'heading') return heading(group.block, context)
  if (group.kind === 'list') {
    return html`<ul>
${group.items.map((item) => html`<li>${render(item)}</li>\n`)}</ul>\n`
  }
  if (group.kind === 'table') return table(group, context)
  const kind = isFigure(group.block, source.text) ? html` class="figure"` : ''
  return html`<p${kind}>${render(group.block)}</p>\n`
}

/** The page's own title is the h1, and no level is left out below it, whatever the source did. */
function heading(block: Block, { depths, repeated, render }: Context): Markup {
  const tag = raw(`h${Math.min((depths.get(block.start) ?? 0) + 2, 6)}`)
  const kind = block.start === repeated ? html` class="repeated"` : ''
  return html`<${tag} id="${sectionId(block)}"${kind}>${render(block)}</${tag}>\n`
}

/** The frame scrolls where the table is wider than the page, by keyboard too. */
function table(
  { caption, head, rows }: TableGroup,
  { source: { text }, render, isQuoted, nextTable }: Context,
): Markup {
  const headers = rows[0]?.table?.headers ?? []
  const title = caption.map((block) => html`<p>${render(block)}</p>`)
  const headRow = head ? cellMarkup(text, head, headers, (cell) => html`<th scope="col">${render(cell)}</th>`) : null
  const bodyRows = rows.map((row) => {
    // On a phone the head may be out of view when the quote is not.
    const header = (column: number) => (isQuoted(row) ? html` data-header="${headers[column] ?? ''}"` : '')
    const markup = (cell: Span, column: number) => html`<td${header(column)}>${render(cell)}</td>`
    return cellMarkup(text, row, row.table?.cells ?? [], markup)
  })
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${labels.table(nextTable())}"><table>
${title.length > 0 ? html`<caption>${title}</caption>\n` : ''}${headRow && html`<thead>${headRow}</thead>\n`}<tbody>
${bodyRows}</tbody>
</table></div>\n`
}

/** A head without rows has no list of its cells: it is shown as one cell. */
function cellMarkup(
  text: string,
  row: Block,
  cells: readonly string[],
  markup: (cell: Span, column: number) => Markup,
): Markup {
  const spans = cells.length > 0 ? cellSpans(text, row, cells) : [row]
  return html`<tr>${spans.map(markup)}</tr>\n`
}
