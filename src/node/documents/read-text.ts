import type { BlockContent, PhrasingContent, Root, TableRow } from 'mdast'
import { pageMark } from '../../core/ingest/pages.ts'
import { splitAtBlankLines } from './blank-lines.ts'
import { decodeText } from './decode.ts'
import type { Change, Draft } from './document.ts'
import { joinLines, type Vocabulary, vocabularyOf } from './hyphens.ts'

/** A heading in plain text is at most so long, in UTF-16 code units. */
const MAX_HEADING = 70
const BULLET = /^\s*(?:[-*+•◦‣▪·–]|\d{1,3}[.)]|[a-z][.)])\s+(?=\S)/
const UNDERLINE = /^\s*(=|-|~)\1{2,}\s*$/

const words = (value: string): PhrasingContent[] => [{ type: 'text', value }]
const paragraph = (value: string): BlockContent => ({ type: 'paragraph', children: words(value) })

/** Plain text: blank lines part paragraphs; underlined and lone short lines are headings; tabs make tables. */
export function readText(bytes: Uint8Array): Draft {
  const text = decodeText(bytes).replace(/\r\n?/g, '\n')
  const changes: Change[] = []
  const vocabulary = vocabularyOf(text.split('\n'))
  const pages = text.split('\f')
  const children = pages.flatMap((page, at): Root['children'] => {
    const mark: Root['children'] = pages.length > 1 ? [{ type: 'html', value: pageMark(at + 1) }] : []
    return [...mark, ...readBlocks(page, vocabulary, changes)]
  })
  return { root: { type: 'root', children }, facts: {}, changes }
}

function readBlocks(text: string, vocabulary: Vocabulary, changes: Change[]): BlockContent[] {
  const blocks = splitAtBlankLines(text)
  return blocks.flatMap((block, at) => {
    const lines = block.split('\n').filter((line) => line.trim() !== '')
    return readLines(lines, at < blocks.length - 1, vocabulary, changes)
  })
}

function readLines(
  lines: readonly string[],
  isFollowed: boolean,
  vocabulary: Vocabulary,
  changes: Change[],
): BlockContent[] {
  const [first = '', second] = lines
  if (second !== undefined && UNDERLINE.test(second)) {
    const rest = lines.slice(2)
    const heading: BlockContent = { type: 'heading', depth: second.includes('=') ? 1 : 2, children: words(first) }
    return rest.length === 0 ? [heading] : [heading, ...readLines(rest, isFollowed, vocabulary, changes)]
  }
  if (lines.every((line) => UNDERLINE.test(line))) return []
  const table = readTable(lines)
  if (table) return [table]
  const join = (parts: readonly string[]) =>
    parts.reduce((above, below) => joinLines(above, below, vocabulary, changes))
  if (BULLET.test(first)) return readList(lines, join)
  const bullet = lines.findIndex((line) => BULLET.test(line) && /^\s*[-*+•◦‣▪]/.test(line))
  if (bullet > 0) return [paragraph(join(lines.slice(0, bullet))), ...readList(lines.slice(bullet), join)]
  if (lines.length === 1 && isFollowed && isHeading(first)) {
    return [{ type: 'heading', depth: 2, children: words(first) }]
  }
  return [paragraph(join(lines))]
}

function readList(lines: readonly string[], join: (parts: readonly string[]) => string): BlockContent[] {
  const items: string[][] = []
  for (const line of lines) {
    if (BULLET.test(line)) items.push([line.replace(BULLET, '')])
    else items.at(-1)?.push(line)
  }
  const number = /^\s*(\d+)/.exec(lines[0] ?? '')?.[1]
  const children = items.map((item) => ({
    type: 'listItem' as const,
    spread: false,
    children: [paragraph(join(item))],
  }))
  const numbered = number === undefined ? { ordered: false } : { ordered: true, start: Number(number) }
  return [{ type: 'list', ...numbered, spread: false, children }]
}

/** Lines with tabs, each with as many: a table as spreadsheets copy them. */
function readTable(lines: readonly string[]): BlockContent | null {
  const rows = lines.map((line) => line.split('\t'))
  const width = rows[0]?.length ?? 0
  if (rows.length < 2 || width < 2 || rows.some((row) => row.length !== width)) return null
  const toRow = (row: string[]): TableRow => ({
    type: 'tableRow',
    children: row.map((cell) => ({ type: 'tableCell', children: words(cell) })),
  })
  return { type: 'table', children: rows.map(toRow) }
}

function isHeading(line: string): boolean {
  const text = line.trim()
  return text.length <= MAX_HEADING && /^[\p{Lu}\d]/u.test(text) && !/[.!;:,)\]"”]$/.test(text)
}
