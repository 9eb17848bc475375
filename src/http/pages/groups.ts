/** Canonical blocks are flat; a page has lists and tables. Each group is one or more blocks, in reading order. */
import type { Block, Source } from '../../core/source.ts'

export interface TableGroup {
  readonly kind: 'table'
  /** The paragraph that names the table and, at most, one between it and the table. */
  readonly caption: readonly Block[]
  readonly head: Block | null
  readonly rows: Block[]
}

export type Group =
  | { readonly kind: 'heading'; readonly block: Block }
  | { readonly kind: 'paragraph'; readonly block: Block }
  | { readonly kind: 'list'; readonly items: Block[] }
  | TableGroup

/** Every block is in one group, and the groups keep their order. */
export function groupBlocks({ blocks, text }: Pick<Source, 'blocks' | 'text'>): Group[] {
  const groups: Group[] = []
  for (const [at, block] of blocks.entries()) {
    const last = groups.at(-1)
    if (block.kind === 'listItem') {
      if (last?.kind === 'list') last.items.push(block)
      else groups.push({ kind: 'list', items: [block] })
    } else if (block.kind === 'tableHead') {
      const caption = takeCaption(groups, text, blocks[at + 1]?.table?.caption ?? null)
      groups.push({ kind: 'table', caption, head: block, rows: [] })
    } else if (block.kind === 'tableRow') {
      if (last?.kind === 'table') last.rows.push(block)
      else groups.push({ kind: 'table', caption: [], head: null, rows: [block] })
    } else groups.push({ kind: block.kind, block })
  }
  return groups
}

/** Takes the caption off the end of `groups`, so that it is rendered once, inside the table. */
function takeCaption(groups: Group[], text: string, caption: string | null): Block[] {
  if (caption === null) return []
  const near = groups.slice(-2)
  const at = near.findLastIndex(
    (group) => group.kind === 'paragraph' && text.slice(group.block.start, group.block.end) === caption,
  )
  if (at < 0) return []
  const taken = near.slice(at).flatMap((group) => (group.kind === 'paragraph' ? [group.block] : []))
  if (taken.length < near.length - at) return []
  groups.splice(-taken.length)
  return taken
}

/** Whether a block is the caption of a picture, which a canonical text can't hold. */
export function isFigure({ kind, start }: Block, text: string): boolean {
  return kind === 'paragraph' && /^fig(?:ure|\.)? ?\d/i.test(text.slice(start, start + 10))
}
