import type { Change } from '../document.ts'
import type { Block, TableBlock } from './blocks.ts'

/** Columns of two parts of one table begin at the same place, give or take so many points. */
const SAME_PLACE = 6

/** A table that goes on over the next page is one table, its header there once. */
export function joinTables(blocks: readonly Block[], changes: Change[]): Block[] {
  const result: Block[] = []
  for (const block of blocks) {
    const last = result.at(-1)
    if (block.kind !== 'table' || last?.kind !== 'table' || block.page === last.page || !isSame(last, block)) {
      result.push(block)
      continue
    }
    const repeats = words(block.cells[0]) === words(last.cells[0])
    if (repeats)
      changes.push({
        kind: 'removed',
        what: 'table header repeated on a page',
        text: words(block.cells[0]),
        page: block.page,
      })
    const rows = (repeats ? block.cells.slice(1) : block.cells).map((row) =>
      row.map((lines) => lines.map((line) => ({ ...line, page: block.page }))),
    )
    result[result.length - 1] = { ...last, cells: [...last.cells, ...rows] }
  }
  return result
}

const words = (row: TableBlock['cells'][number] | undefined) =>
  row?.map((lines) => lines.map(({ text }) => text).join(' ')).join(' | ') ?? ''

function isSame(one: TableBlock, other: TableBlock): boolean {
  const [lefts, others] = [one, other].map(({ cells }) =>
    (cells[0] ?? []).map((_, at) => Math.min(...cells.flatMap((row) => (row[at] ?? []).map(({ left }) => left)))),
  )
  return (
    lefts !== undefined &&
    lefts.length === others?.length &&
    lefts.every((left, at) => Math.abs(left - (others[at] ?? 0)) < SAME_PLACE)
  )
}
