import type { Region } from './layout.ts'
import { type Line, median, mostOf } from './page-text.ts'
import { BULLET } from './rows.ts'

export interface TextBlock {
  readonly kind: 'heading' | 'paragraph' | 'item'
  readonly lines: readonly Line[]
  readonly page: number
  /** Of an item in a numbered list: its number. */
  readonly number?: number
}

export interface TableBlock {
  readonly kind: 'table'
  readonly cells: readonly (readonly (readonly Line[])[])[]
  readonly page: number
}

export type Block = TextBlock | TableBlock

/** What most of the text looks like. */
export interface Body {
  readonly size: number
  readonly font: string
}

/** A heading is larger than the text by this share, or in another font and no longer than so many characters. */
const LARGER = 1.12
const MAX_HEADING = 120
/** Lines further apart than this many times what is usual in their column part two paragraphs. */
const PARAGRAPH_GAP = 1.25
/** In font sizes: a first line indented by more begins a paragraph. */
const INDENT = 0.8
/** A line that ends a sentence and leaves so much of its column empty ends a paragraph. */
const SHORT = 0.2

export function bodyOf(lines: Iterable<Line>): Body {
  const [size = '0', font = ''] = mostOf(lines, (line) => `${line.size} ${line.font}`).split(/ (.*)/)
  return { size: Number(size), font }
}

export function toBlocks(region: Region, page: number, body: Body): Block[] {
  if (region.kind === 'table') return [{ kind: 'table', cells: region.cells, page }]
  return partsOf(region.lines).flatMap((lines) => blocksOf(lines, page, body))
}

/** Lines between tables, and each table by itself. */
function partsOf(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = []
  for (const line of lines) {
    const last = parts.at(-1)
    if (last && last[0]?.table === line.table) last.push(line)
    else parts.push([line])
  }
  return parts
}

function blocksOf(lines: readonly Line[], page: number, body: Body): Block[] {
  const cells = lines[0]?.table
  if (cells) return [{ kind: 'table', cells, page }]
  const [left, right] = [Math.min(...lines.map((line) => line.left)), Math.max(...lines.map((line) => line.right))]
  const pitch =
    median(
      lines
        .slice(1)
        .map((line, at) => ((lines[at]?.y ?? 0) - line.y) / line.size)
        .filter((gap) => gap > 0.8 && gap < 2.2),
    ) || 1.2
  const blocks: { kind: TextBlock['kind']; lines: Line[]; number?: number }[] = []
  for (const [at, line] of lines.entries()) {
    const last = blocks.at(-1)
    const marker = isNumberedHeading(line, [lines[at - 1], lines[at + 1]], body) ? null : markerOf(line)
    const kind = isHeading(line, body) && !marker ? 'heading' : marker ? 'item' : 'paragraph'
    if (last && !marker && goesOn(last, line, kind, { left, right, pitch })) last.lines.push(line)
    else
      blocks.push({
        kind,
        lines: [marker ? withoutMarker(line) : line],
        ...(marker && /\d/.test(marker) ? { number: Number(marker.replace(/\D/g, '')) } : {}),
      })
  }
  return blocks.map((block) => ({ ...block, page }))
}

interface Column {
  readonly left: number
  readonly right: number
  readonly pitch: number
}

function goesOn(
  block: { kind: TextBlock['kind']; lines: readonly Line[] },
  line: Line,
  kind: TextBlock['kind'],
  { left, right, pitch }: Column,
): boolean {
  const above = block.lines.at(-1)
  if (!above || (block.kind === 'heading') !== (kind === 'heading')) return false
  if (Math.abs(above.size - line.size) > 0.08 * line.size) return false
  if (block.kind === 'heading' && above.font !== line.font) return false
  const gap = (above.y - line.y) / line.size
  if (gap > PARAGRAPH_GAP * pitch || gap < 0) return false
  if (block.kind === 'item') return line.left > left + INDENT * line.size || above.right > right - 3 * line.size
  const [first] = block.lines
  if (
    block.kind === 'paragraph' &&
    first &&
    line.left > above.left + INDENT * line.size &&
    line.left < above.left + 4 * line.size &&
    /[.!?:”"’)]$/.test(above.text)
  )
    return false
  const endsShort = above.right < right - SHORT * (right - left) && /[.!?:][”"’)]?$/.test(above.text)
  return !(
    endsShort &&
    block.kind === 'paragraph' &&
    /^[\p{Lu}\d“"]/u.test(line.text) &&
    !fitsAbove(line, above, right)
  )
}

/** Whether the first word would have had room at the end of the line above: then somebody broke the line on purpose. */
function fitsAbove(line: Line, above: Line, right: number): boolean {
  const perCharacter = (line.right - line.left) / Math.max(1, line.text.length)
  const word = line.text.split(' ')[0] ?? ''
  return above.right + (word.length + 1) * perCharacter > right
}

function isHeading({ text, size, font }: Line, body: Body): boolean {
  if (size >= LARGER * body.size) return true
  if (font === body.font || size < 0.95 * body.size) return false
  return text.length <= MAX_HEADING && /^[\p{Lu}\d“"]/u.test(text) && !/[.;,]$/.test(text)
}

/** "2. What helps" in larger letters, where neither the line above nor the one below is such an item, too. */
function isNumberedHeading(line: Line, around: readonly (Line | undefined)[], body: Body): boolean {
  const isNumbered = (one: Line) => /\d/.test(markerOf(one) ?? '') && one.size >= LARGER * body.size
  return isNumbered(line) && !around.some((one) => one && isNumbered(one))
}

function markerOf({ text }: Line): string | null {
  const [first = '', ...rest] = text.split(' ')
  return rest.length > 0 && BULLET.test(first) && first !== 'o' ? first : null
}

const withoutMarker = (line: Line): Line => ({ ...line, text: line.text.slice(line.text.indexOf(' ') + 1) })
