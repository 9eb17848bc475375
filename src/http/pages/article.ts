/** A source's canonical text as markup: its blocks, nothing added and nothing left out. */
import { html, raw } from 'hono/html'
import type { Block, Source, Span } from '../../core/source.ts'
import { cellSpans } from './cells.ts'
import { type Group, groupBlocks, type TableGroup } from './groups.ts'
import { labels } from './labels.ts'
import type { Markup } from './layout.ts'
import { createMarker } from './marker.ts'

type Render = (span: Span) => Markup

/** @param quote the span to highlight, from `spanOf` */
export function article(source: Source, quote: Span | null): Markup {
  const render = createMarker(source, quote)
  const levels = new Map(source.sections.map(({ start, level }) => [start, level]))
  const blocks = groupBlocks(source).map((group) => groupMarkup(group, source, levels, render))
  return html`<article lang="${source.language}">
${blocks}
</article>`
}

/** Id of a section's heading on the page. */
export const sectionId = ({ start }: Pick<Span, 'start'>) => `section-${start}`

function groupMarkup(group: Group, source: Source, levels: ReadonlyMap<number, number>, render: Render): Markup {
  if (group.kind === 'heading') return heading(group.block, levels.get(group.block.start) ?? 1, render)
  if (group.kind === 'list') {
    return html`<ul>
${group.items.map((item) => html`<li>${render(item)}</li>\n`)}</ul>\n`
  }
  if (group.kind === 'table') return table(group, source.text, render)
  return html`<p>${render(group.block)}</p>\n`
}

/** One level lower than in the source: the page's own title is the h1. */
function heading(block: Block, level: number, render: Render): Markup {
  const tag = raw(`h${Math.min(level + 1, 6)}`)
  return html`<${tag} id="${sectionId(block)}">${render(block)}</${tag}>\n`
}

/** The frame scrolls where the table is wider than the page, by keyboard too. */
function table({ caption, head, rows }: TableGroup, text: string, render: Render): Markup {
  const headers = rows[0]?.table?.headers ?? []
  const title = caption.map((block) => html`<p>${render(block)}</p>`)
  const headRow = head ? cellMarkup(text, head, headers, (cell) => html`<th scope="col">${render(cell)}</th>`) : null
  const bodyRows = rows.map((row) =>
    cellMarkup(text, row, row.table?.cells ?? [], (cell) => html`<td>${render(cell)}</td>`),
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${labels.table}"><table>
${title.length > 0 ? html`<caption>${title}</caption>\n` : ''}${headRow && html`<thead>${headRow}</thead>\n`}<tbody>
${bodyRows}</tbody>
</table></div>\n`
}

/** A head without rows has no list of its cells: it is shown as one cell. */
function cellMarkup(text: string, row: Block, cells: readonly string[], markup: (cell: Span) => Markup): Markup {
  const spans = cells.length > 0 ? cellSpans(text, row, cells) : [row]
  return html`<tr>${spans.map(markup)}</tr>\n`
}
