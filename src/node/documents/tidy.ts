import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { collapse } from '../../core/ingest/normalise.ts'
import { splitAtBlankLines } from './blank-lines.ts'

type Block = BlockContent | DefinitionContent

/** Deeper than any document needs; the corpus format allows 100 levels. */
const MAX_DEPTH = 40

/**
 * A tree with what the canonical text keeps and nothing else: headings, paragraphs, lists and tables of plain text, and
 * page marks. Emphasis and links are their words; images and rules go.
 */
export function tidy(root: Root): Root {
  return { type: 'root', children: root.children.flatMap((node) => tidyBlock(node, 1)) }
}

function tidyBlock(node: RootContent, depth: number): Block[] {
  if (depth > MAX_DEPTH) return paragraphs([node as PhrasingContent])
  switch (node.type) {
    case 'heading': {
      const text = plain(node)
      return text.length === 0 ? [] : [{ type: 'heading', depth: node.depth, children: text }]
    }
    case 'paragraph':
      return paragraphs(node.children)
    case 'code':
      return splitAtBlankLines(node.value).flatMap((value) => paragraphs([{ type: 'text', value }]))
    case 'list':
      return tidyList(node, depth)
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.flatMap((child) => tidyBlock(child, depth + 1))
    case 'table':
      return tidyTable(node)
    case 'html':
      return [node]
    case 'text':
      return paragraphs([node])
    default:
      return []
  }
}

function tidyList(list: List, depth: number): Block[] {
  const items = list.children.flatMap((item): ListItem[] => {
    const children = item.children.flatMap((child) => tidyBlock(child, depth + 1))
    return children.length === 0 ? [] : [{ type: 'listItem', spread: false, children }]
  })
  const start = list.ordered ? { ordered: true, start: list.start ?? 1 } : { ordered: false }
  return items.length === 0 ? [] : [{ type: 'list', ...start, spread: false, children: items }]
}

/** Rows without a word go; each row gets as many cells as the header. */
function tidyTable({ children }: Table): Block[] {
  const rows = children.map((row) => row.children.map(plain))
  const width = Math.max(0, ...rows.map((row) => row.length))
  const told = rows.filter((row, at) => at === 0 || row.some((cell) => cell.length > 0))
  if (told.length < 2 && !told[0]?.some((cell) => cell.length > 0)) return []
  // A row of figures under another's name would be a false statement; under none it is only bare.
  const lines = isData(told[0] ?? []) ? [[], ...told] : told
  return [
    {
      type: 'table',
      children: lines.map((row) => ({
        type: 'tableRow',
        children: Array.from({ length: width }, (_, at) => ({ type: 'tableCell', children: row[at] ?? [] })),
      })),
    },
  ]
}

/** Whether a first row holds figures where names should stand: its header is elsewhere, or missing. */
function isData(row: readonly PhrasingContent[][]): boolean {
  const cells = row.slice(1).map((cell) => textOf({ type: 'paragraph', children: cell }).trim())
  const figures = cells.filter((cell) => /^[<>≤≥±~]?\s*\d[\d.,%/–-]*$/.test(cell) && !/^(?:19|20)\d\d$/.test(cell))
  return figures.length > 0 && figures.length >= cells.length / 2
}

/** Two line breaks in a row begin a new paragraph: that is how old web pages write them. */
function paragraphs(children: readonly PhrasingContent[]): Block[] {
  const parts: PhrasingContent[][] = [[]]
  children.forEach((child, at) => {
    const blank = (other?: PhrasingContent) => other?.type === 'text' && other.value.trim() === ''
    const before = children.slice(0, at).findLast((other) => !blank(other))
    if (child.type === 'break' && before?.type === 'break') parts.push([])
    else parts.at(-1)?.push(child)
  })
  return parts.flatMap((part): Block[] => {
    const text = plain({ type: 'paragraph', children: part })
    return text.length === 0 ? [] : [{ type: 'paragraph', children: text }]
  })
}

/** Words on one line, as one text node between page marks. */
function plain(node: Nodes): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  const write = (value: string) => {
    const last = parts.at(-1)
    if (last?.type === 'text') last.value += value
    else parts.push({ type: 'text', value })
  }
  const visit = (inner: Nodes): void => {
    if (inner.type === 'html') parts.push(inner)
    else if (inner.type === 'break') write(' ')
    else if (inner.type === 'footnoteReference' || inner.type === 'image' || inner.type === 'imageReference') return
    else if ('children' in inner) {
      for (const child of inner.children) {
        visit(child)
        if (child.type === 'paragraph' || child.type === 'listItem') write(' ')
      }
    } else if ('value' in inner) write(inner.value)
  }
  visit(node)
  return trimEnds(parts)
}

/** White space as single spaces, none at either end. */
function trimEnds(parts: readonly PhrasingContent[]): PhrasingContent[] {
  const squeezed = parts.map((part) => {
    if (part.type !== 'text') return part
    const edge = (found: boolean) => (found ? ' ' : '')
    const words = collapse(part.value)
    const value =
      words === ''
        ? edge(/\s/.test(part.value))
        : `${edge(/^\s/.test(part.value))}${words}${edge(/\s$/.test(part.value))}`
    return { ...part, value }
  })
  const first = squeezed.find((part) => part.type === 'text')
  if (first) first.value = first.value.trimStart()
  const last = squeezed.findLast((part) => part.type === 'text')
  if (last) last.value = last.value.trimEnd()
  const kept = squeezed.filter((part) => part.type !== 'text' || part.value !== '')
  return kept.some((part) => part.type === 'text') ? kept : []
}
