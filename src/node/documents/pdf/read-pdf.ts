import type { Change, Draft } from '../document.ts'
import { DocumentError } from '../document-error.ts'
import { vocabularyOf } from '../hyphens.ts'
import { type Block, bodyOf, toBlocks } from './blocks.ts'
import { removeContents } from './contents.ts'
import { joinFlow } from './flow.ts'
import { removeFurniture } from './furniture.ts'
import { guttersOf, layOut } from './layout.ts'
import { joinTables } from './long-tables.ts'
import { openPdf } from './open-pdf.ts'
import type { Line, Page } from './page-text.ts'
import { toRows } from './rows.ts'
import { takeRuledTables } from './ruled-tables.ts'
import { toTree } from './to-tree.ts'

/** A page with fewer letters is an image, or empty. */
const MIN_LETTERS = 10
/** Share of characters without a meaning from which on a text is unreadable. */
const MAX_UNKNOWN = 0.05

/** A PDF: text in reading order, without what is printed on every page. */
export async function readPdf(bytes: Uint8Array): Promise<Draft> {
  const opened = await openPdf(bytes)
  const changes: Change[] = [...opened.changes]
  refuseUnreadable(opened.pages, changes)
  const rows = opened.pages
    .map((page) => takeRuledTables(page, changes))
    .map((page) => ({ page, rows: toRows(page, changes) }))
  const cleaned = removeContents(removeFurniture(rows, changes), changes)
  const gutters = cleaned.flatMap((page) => guttersOf(page.rows))
  const pages = cleaned.map((page) => ({ number: page.page.number, regions: layOut(page.rows, gutters) }))
  const lines = pages.flatMap(({ regions }) =>
    regions.flatMap((region) => (region.kind === 'column' ? region.lines.flatMap(linesIn) : region.cells.flat(2))),
  )
  const body = bodyOf(lines)
  const blocks = pages.flatMap(({ number, regions }) =>
    regions.flatMap((region): Block[] => toBlocks(region, number, body)),
  )
  const flow = joinFlow(joinTables(blocks, changes), body, changes)
  const vocabulary = vocabularyOf(lines.map(({ text }) => text))
  return { root: toTree(flow, vocabulary, changes), facts: opened.facts, changes }
}

/** A line, or those of the table that begins with it. */
function linesIn(line: Line, at: number, lines: readonly Line[]): readonly Line[] {
  if (!line.table) return [line]
  return lines[at - 1]?.table === line.table ? [] : line.table.flat(2)
}

/** @throws DocumentError for scans, and for text whose letters nobody can tell */
function refuseUnreadable(pages: readonly Page[], changes: Change[]): void {
  const texts = pages.map(({ runs }) => runs.map(({ text }) => text).join(' '))
  const isBare = (text: string) => (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < MIN_LETTERS
  const bare = pages.filter((_, at) => isBare(texts[at] ?? ''))
  if (bare.length === pages.length || bare.length > 0.8 * pages.length) {
    throw new DocumentError(
      'Its pages are images without text: a scan. Run text recognition (OCR) over it, check the text, and add that.',
    )
  }
  const all = texts.join('')
  const unknown = all.match(/[\uFFFD\p{Co}\p{Cn}]/gu)?.length ?? 0
  if (unknown > MAX_UNKNOWN * all.length) {
    throw new DocumentError(
      'Its letters can’t be told from its fonts. Save it again from the program that made it, or run text recognition (OCR).',
    )
  }
  for (const { number } of bare)
    changes.push({ kind: 'removed', what: 'page without text', text: `page ${number}`, page: number })
}
