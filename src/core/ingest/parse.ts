import type { Nodes, Root, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toString as textOf } from 'mdast-util-to-string'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmTable } from 'micromark-extension-gfm-table'
import { CorpusError } from '../errors.ts'
import type { Block, PageStart, Section, Source, TableRow } from '../source.ts'
import { parseFrontMatter } from './front-matter.ts'
import { collapse, normalise } from './normalise.ts'
import { takePages } from './pages.ts'

export interface CorpusFile {
  /** `[a-z0-9-]+` */
  readonly id: string
  readonly markdown: string
  /** As named in error messages; `corpus/<id>.md` unless told. */
  readonly file?: string
}

/** HTML and indented code are read as plain text: sources are prose, and what looks like markup must stay inert. */
const asPlainText = { disable: { null: ['htmlFlow', 'htmlText', 'codeIndented'] } }

/** Lists in lists and quotes in quotes: no document needs as many, and thousands end the call stack. */
const MAX_DEPTH = 100

const CELL_SEPARATOR = ' | '
const BLOCK_SEPARATOR = '\n\n'
const ROW_SEPARATOR = '\n'

/** A source, and the line of its file on which each of its blocks begins, 1-based. */
export interface LinedSource {
  readonly source: Source
  readonly lines: readonly number[]
}

/** `parseWithLines` without the lines. */
export const parseSource = (file: CorpusFile): Source => parseWithLines(file).source

/**
 * One corpus file to a source: metadata from the front matter, the body as canonical text with its blocks.
 * @throws CorpusError if the file is empty, has no or broken front matter, no title or no text
 */
export function parseWithLines({ id, markdown, file = `corpus/${id}.md` }: CorpusFile): LinedSource {
  const normalised = normalise(markdown)
  if (normalised.trim() === '') throw new CorpusError(file, 1, 'the file is empty. Add front matter and text.')

  const root = fromMarkdown(normalised, {
    extensions: [frontmatter(), gfmTable(), asPlainText],
    mdastExtensions: [frontmatterFromMarkdown(), gfmTableFromMarkdown()],
  })
  const [head] = root.children
  if (head?.type !== 'yaml') {
    throw new CorpusError(file, 1, 'no front matter. Begin the file with `---`, `title: …`, `---`.')
  }
  const metadata = parseFrontMatter(head.value, file, (head.position?.start.line ?? 1) + 1)
  const { text, blocks, sections, pages, lines } = layOut(root, metadata.title, file)
  if (!blocks.some((block) => block.kind !== 'heading')) {
    throw new CorpusError(file, (head.position?.end.line ?? 1) + 1, 'no text after the front matter. Add the source.')
  }
  return { source: { id, ...metadata, text, sections, blocks, ...(pages.length > 0 ? { pages } : {}) }, lines }
}

/** Adds a block to the canonical text; returns where it starts, or null for an empty one, which is left out. */
type Write = (kind: Block['kind'], content: string, node: Nodes, table?: TableRow) => number | null

interface Layout {
  text: string
  blocks: Block[]
  sections: Section[]
  pages: PageStart[]
  lines: number[]
}

/** Writes the blocks one after the other into the canonical text and notes where each one stands. */
function layOut(root: Root, documentTitle: string, file: string): Layout {
  let text = ''
  let section: string | null = null
  const blocks: Block[] = []
  const pages: PageStart[] = []
  const lines: number[] = []
  const headings: { title: string; level: number; start: number }[] = []

  const write: Write = (kind, content, node, table) => {
    const { clean, pages: begun } = takePages(content)
    if (clean === '') {
      for (const { page } of begun) pages.push({ page, start: text.length })
      return null
    }
    const inTable = kind === 'tableRow'
    if (text !== '') text += inTable ? ROW_SEPARATOR : BLOCK_SEPARATOR
    const start = text.length
    text += clean
    for (const { page, start: within } of begun) pages.push({ page, start: start + within })
    if (kind === 'heading') section = clean.toLowerCase() === documentTitle.toLowerCase() ? null : clean
    blocks.push({ kind, start, end: text.length, section, ...(table ? { table } : {}) })
    lines.push(lineOf(node))
    return start
  }

  const visit = (node: RootContent, depth = 1): void => {
    if (depth > MAX_DEPTH) {
      throw new CorpusError(
        file,
        lineOf(node),
        `lists and quotes stand over ${MAX_DEPTH} deep in one another. Take levels out.`,
      )
    }
    if (node.type === 'heading') {
      const start = write('heading', plain(node), node)
      if (start !== null) headings.push({ title: text.slice(start), level: node.depth, start })
    } else if (node.type === 'table') writeTable(node, captionBefore(blocks, text), write, file)
    else if (node.type === 'list') for (const item of node.children) visitItem(item.children, depth)
    else if (node.type === 'blockquote') for (const child of node.children) visit(child, depth + 1)
    else if (node.type === 'paragraph' || node.type === 'code') write('paragraph', plain(node), node)
  }
  const visitItem = (children: readonly RootContent[], depth: number): void => {
    for (const child of children) {
      if (child.type === 'paragraph') write('listItem', plain(child), child)
      else visit(child, depth + 1)
    }
  }
  for (const child of root.children) visit(child)
  return { text, blocks, sections: closeSections(headings, text.length), pages, lines }
}

function plain(node: Nodes): string {
  if (node.type === 'break') return ' '
  if ('children' in node) return node.children.map(plain).join('')
  return textOf(node, { includeImageAlt: false })
}

const lineOf = (node: Nodes): number => node.position?.start.line ?? 1

function writeTable(table: Table, caption: string | null, write: Write, file: string): void {
  const [head, ...rows] = table.children.map((row) => row.children.map((cell) => collapse(plain(cell))))
  if (!head) return
  const headers = head.map(withoutPages)
  write('tableHead', head.join(CELL_SEPARATOR), table)
  rows.forEach((row, at) => {
    const node = table.children[at + 1] ?? table
    if (row.length > head.length) {
      throw new CorpusError(
        file,
        lineOf(node),
        `this table row has ${row.length} cells, its header ${head.length}. Correct one.`,
      )
    }
    const cells = head.map((_, column) => row[column] ?? '')
    if (cells.some((cell) => cell !== ''))
      write('tableRow', cells.join(CELL_SEPARATOR), node, { caption, headers, cells: cells.map(withoutPages) })
  })
}

const withoutPages = (cell: string) => takePages(cell).clean

/** "Table 1 shows …", "Table 1, which …": a sentence about a table, perhaps about another one. */
const ABOUT_A_TABLE = /^[Tt](?:able|ABLE) [A-Za-z]?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?(?:,| [a-z])/

const isCaption = (words: string) => /^table\b/i.test(words) && !ABOUT_A_TABLE.test(words)

/** A table's caption stands before it, with at most one paragraph (an abbreviation key) between. */
function captionBefore(blocks: readonly Block[], text: string): string | null {
  const near = blocks.slice(-2).reverse()
  const caption = near.find((block) => block.kind === 'paragraph' && isCaption(text.slice(block.start, block.end)))
  return caption ? text.slice(caption.start, caption.end) : null
}

function closeSections(headings: readonly { title: string; level: number; start: number }[], end: number): Section[] {
  return headings.map((heading, at) => {
    const next = headings.slice(at + 1).find((other) => other.level <= heading.level)
    return { ...heading, end: next?.start ?? end }
  })
}
