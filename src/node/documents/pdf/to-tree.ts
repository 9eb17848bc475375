import type { BlockContent, List, ListItem, PhrasingContent, Root, TableRow } from 'mdast'
import { pageMark } from '../../../core/ingest/pages.ts'
import type { Change } from '../document.ts'
import { joinLines, type Vocabulary } from '../hyphens.ts'
import type { Block, TableBlock, TextBlock } from './blocks.ts'
import type { Line } from './page-text.ts'

/** A line, and the page on which it stands where that is another one than its block's. */
type PlacedLine = Line & { readonly page?: number }

/** Blocks as a Markdown tree, with a mark wherever the page changes. */
export function toTree(blocks: readonly Block[], vocabulary: Vocabulary, changes: Change[]): Root {
  const levels = headingLevels(blocks)
  let page = 0
  /** Lines as text, with marks within it. */
  const write = (lines: readonly PlacedLine[], on: number): PhrasingContent[] => {
    const parts: PhrasingContent[] = []
    let text = ''
    lines.forEach((line, at) => {
      const here = line.page ?? on
      const turns = here !== page
      if (!turns) text = at === 0 ? line.text : joinLines(text, line.text, vocabulary, changes, here)
      else {
        const whole = at === 0 ? line.text : joinLines(text, line.text, vocabulary, changes, here)
        // Whatever joining took away, the new line's words stand at the end of the whole.
        const kept = at === 0 ? '' : whole.slice(0, whole.length - line.text.trimStart().length)
        if (kept !== '') parts.push({ type: 'text', value: kept })
        parts.push({ type: 'html', value: pageMark(here) })
        text = whole.slice(kept.length)
        page = here
      }
    })
    return [...parts, { type: 'text', value: text }]
  }
  const children: BlockContent[] = []
  for (const block of blocks) {
    if (block.kind === 'table') {
      children.push(toTable(block, (lines) => write(lines, block.page)))
    } else if (block.kind === 'heading') {
      children.push({ type: 'heading', depth: levels(block), children: write(block.lines, block.page) })
    } else if (block.kind === 'item') {
      const item: ListItem = {
        type: 'listItem',
        spread: false,
        children: [{ type: 'paragraph', children: write(block.lines, block.page) }],
      }
      const last = children.at(-1)
      if (last?.type === 'list' && goesOn(last, block.number)) last.children.push(item)
      else children.push({ type: 'list', ...startOf(block.number), spread: false, children: [item] })
    } else children.push({ type: 'paragraph', children: write(block.lines, block.page) })
  }
  return { type: 'root', children }
}

/** A list that begins at 4 must not become one that begins at 1: Markdown counts on from its first number. */
const startOf = (number: number | undefined) =>
  number === undefined ? { ordered: false } : { ordered: true, start: number }

const goesOn = (list: List, number: number | undefined) =>
  list.ordered ? number === (list.start ?? 1) + list.children.length : number === undefined

function toTable({ cells }: TableBlock, write: (lines: readonly Line[]) => PhrasingContent[]): BlockContent {
  const children = cells.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.map((lines) => ({ type: 'tableCell', children: lines.length === 0 ? [] : write(lines) })),
    }),
  )
  return { type: 'table', children }
}

/** The larger the letters, the higher the heading; the sizes in use are levels 1, 2, 3, … */
function headingLevels(blocks: readonly Block[]): (block: TextBlock) => 1 | 2 | 3 | 4 | 5 | 6 {
  const sizeOf = (block: TextBlock) => Math.round(Math.max(...block.lines.map(({ size }) => size)))
  const sizes = new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [sizeOf(block)] : [])))
  const ranked = [...sizes].sort((a, b) => b - a)
  return (block) => Math.min(6, ranked.indexOf(sizeOf(block)) + 1) as 1 | 2 | 3 | 4 | 5 | 6
}
