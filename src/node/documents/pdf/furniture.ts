import type { Change } from '../document.ts'
import { type Page, type Row, toLine } from './page-text.ts'

/** Running heads and page numbers stand among so many rows at the top and at the bottom of a page, … */
const EDGE_ROWS = 3
/** … within this share of its height, … */
const EDGE_SHARE = 0.14
/** … and on other pages at the same height, give or take so many points. */
const SAME_HEIGHT = 3
const PAGE_NUMBER = /^(?:(?:page|p\.|seite)\s*)?[-–—|\s]*(\d{1,4}|[ivxl]{1,7})[-–—|\s]*(?:(?:of|\/|von)\s*\d{1,4})?$/i

interface Edge {
  readonly page: number
  readonly row: Row
  readonly text: string
  /** Without figures and case: "Page 3 of 9" is on every page. */
  readonly key: string
  readonly zone: 'top' | 'bottom'
}

export interface PageRows {
  readonly page: Page
  readonly rows: readonly Row[]
}

/** Pages without what is printed on each of them. */
export function removeFurniture(pages: readonly PageRows[], changes: Change[]): PageRows[] {
  const edges = pages.flatMap(edgesOf)
  const byKey = new Map<string, Edge[]>()
  for (const edge of edges) byKey.set(edge.key, [...(byKey.get(edge.key) ?? []), edge])
  const found = new Set(
    edges.filter((edge) => {
      const same = (byKey.get(edge.key) ?? []).filter(
        (other) =>
          other.page !== edge.page && other.zone === edge.zone && Math.abs(other.row.y - edge.row.y) <= SAME_HEIGHT,
      )
      if (PAGE_NUMBER.test(edge.text)) return same.length > 0 || pages.length === 1
      return same.length > 0 && !isTableRow(edge.row)
    }),
  )
  for (const { text, page } of found) {
    changes.push({ kind: 'removed', what: PAGE_NUMBER.test(text) ? 'page number' : 'running head', text, page })
  }
  const gone = new Set([...found].map(({ row }) => row))
  return pages.map(({ page, rows }) => ({ page, rows: rows.filter((row) => !gone.has(row)) }))
}

function edgesOf({ page, rows }: PageRows): Edge[] {
  const height = page.top - page.bottom
  const toEdge =
    (zone: Edge['zone']) =>
    (row: Row): Edge => {
      const { text } = toLine(row)
      return {
        page: page.number,
        row,
        text,
        zone,
        key: text
          .toLowerCase()
          .replace(/\d+/g, '#')
          .replace(/\b[ivxl]+$/, '#'),
      }
    }
  const top = rows.slice(0, EDGE_ROWS).filter(({ y }) => y > page.top - EDGE_SHARE * height)
  const bottom = rows.slice(-EDGE_ROWS).filter(({ y }) => y < page.bottom + EDGE_SHARE * height)
  return [...top.map(toEdge('top')), ...bottom.map(toEdge('bottom'))]
}

/** The head of a table that goes on is printed on each page too, and has several parts far from each other. */
function isTableRow({ runs, size }: Row): boolean {
  const gaps = runs.filter((run, at) => at > 0 && run.left - (runs[at - 1]?.right ?? run.left) > 1.5 * size)
  return gaps.length >= 2
}
