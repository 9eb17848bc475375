import type { Change } from '../document.ts'
import { median, type Page, type Row, toLine } from './page-text.ts'

/** Running heads and page numbers stand among so many rows at the top and at the bottom of a page, … */
const EDGE_ROWS = 3
/** … or more, where all of them are heads, as with a logo and an address, … */
const EDGE_HEADS = 6
/** … within this share of its height, … */
const EDGE_SHARE = 0.14
/** … and on other pages at the same height, give or take so many points. */
const SAME_HEIGHT = 3
const PAGE_NUMBER = /^(?:(?:page|p\.|seite)\s*)?[-–—|\s]*(\d{1,4}|[ivxl]{1,7})[-–—|\s]*(?:(?:of|\/|von)\s*\d{1,4})?$/i
/** Letters of a running head on a document of one page are smaller than this share of the text's. */
const SMALL = 0.85
/** Characters of a foot that ends in a page number. */
const MAX_FOOT = 60

interface Edge {
  readonly page: number
  readonly row: Row
  readonly text: string
  /** Without figures and case: "Page 3 of 9" is on every page. */
  readonly key: string
  readonly zone: 'top' | 'bottom'
  /** How many rows are nearer to the edge of the page. */
  readonly depth: number
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
    connected(edges, (edge) => {
      if (pages.length === 1) return PAGE_NUMBER.test(edge.text) || isLoneHead(edge, pages) || isLoneFoot(edge)
      const isRepeated = (byKey.get(edge.key) ?? []).some((other) => isSameHead(edge, other))
      return isRepeated && !isTableRow(edge.row)
    }),
  )
  // A head that differs on left and right pages, or from chapter to chapter, stands where the others stand.
  const places = [...found]
  for (const edge of edges) {
    const alike = places.filter(
      ({ row, zone, page }) =>
        zone === edge.zone &&
        page !== edge.page &&
        Math.abs(row.y - edge.row.y) <= 1 &&
        Math.abs(row.size - edge.row.size) < 0.3,
    )
    if (alike.length > 0 && edge.depth === 0) found.add(edge)
  }
  for (const { text, page } of found) {
    changes.push({ kind: 'removed', what: PAGE_NUMBER.test(text) ? 'page number' : 'running head', text, page })
  }
  const gone = new Set([...found].map(({ row }) => row))
  return pages.map(({ page, rows }) => ({ page, rows: rows.filter((row) => !gone.has(row)) }))
}

/** Edges that pass a test: the first rows, and further ones while all before them do. */
function connected(edges: readonly Edge[], test: (edge: Edge) => boolean): Edge[] {
  let run = 0
  return edges.filter((edge) => {
    if (edge.depth === 0) run = 0
    const passes = (edge.depth < EDGE_ROWS || edge.depth === run) && test(edge)
    if (passes && edge.depth === run) run += 1
    return passes
  })
}

function edgesOf({ page, rows }: PageRows): Edge[] {
  const height = page.top - page.bottom
  const toEdge =
    (zone: Edge['zone']) =>
    (row: Row, depth: number): Edge => {
      const { text } = toLine(row)
      return {
        page: page.number,
        row,
        text,
        zone,
        depth,
        key: text
          .toLowerCase()
          .replace(/\d+/g, '#')
          .replace(/^[ivxl]+$/, '#'),
      }
    }
  const top = rows.slice(0, EDGE_HEADS).filter(({ y }) => y > page.top - EDGE_SHARE * height)
  const bottom = rows
    .toReversed()
    .slice(0, EDGE_HEADS)
    .filter(({ y }) => y < page.bottom + EDGE_SHARE * height)
  return [...top.map(toEdge('top')), ...bottom.map(toEdge('bottom'))]
}

/**
 * The same words at the same height, on this page's neighbour or the one after it, so that left and right pages may
 * differ. Figures are the same or count the pages; those of "Chapter 3" and "Chapter 9" do neither.
 */
function isSameHead(one: Edge, other: Edge): boolean {
  const apart = other.page - one.page
  if (apart === 0 || Math.abs(apart) > 2 || one.zone !== other.zone) return false
  if (Math.abs(other.row.y - one.row.y) > SAME_HEIGHT) return false
  const [figures, others] = [one, other].map(({ text }) => text.match(/\d+/g) ?? [])
  return (figures ?? []).every((figure, at) => {
    const counted = Number(others?.[at]) - Number(figure)
    return counted === 0 || counted === apart
  })
}

/** On a single page nothing repeats: there a line above all others is a head when its letters are small. */
function isLoneHead({ zone, depth, row }: Edge, pages: readonly PageRows[]): boolean {
  return (
    zone === 'top' &&
    depth === 0 &&
    row.size < SMALL * median(pages.flatMap(({ rows }) => rows.map(({ size }) => size)))
  )
}

/** "Leaflet 7, page 1" */
const isLoneFoot = ({ zone, depth, text }: Edge) =>
  zone === 'bottom' && depth === 0 && text.length <= MAX_FOOT && /\bpage\s\d{1,3}(?:\s(?:of|\/)\s\d{1,3})?$/i.test(text)

/** The head of a table that goes on is printed on each page too, and has several parts far from each other. */
function isTableRow({ runs, size }: Row): boolean {
  if (runs.some(({ table }) => table)) return true
  const gaps = runs.filter((run, at) => at > 0 && run.left - (runs[at - 1]?.right ?? run.left) > 1.5 * size)
  return gaps.length >= 2
}
