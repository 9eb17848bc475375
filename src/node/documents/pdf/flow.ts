import type { Change } from '../document.ts'
import type { Block, Body, TextBlock } from './blocks.ts'

const ENDS = /[.!?:…][”"’')\]]*$/
export const CAPTION = /^(?:fig(?:ure|\.)?|table|box|photo|image|source)\s*\d*[.:]?\s/i
/** So many captions, tables and notes may stand between the two halves of a paragraph. */
const MAX_BETWEEN = 6

/**
 * Blocks in the order in which they are read: a paragraph that a page, a column, a figure or a note interrupts is one
 * again, with what stood within it behind it.
 */
export function joinFlow(blocks: readonly Block[], body: Body, changes: Change[]): Block[] {
  const result: Block[] = []
  const taken = new Set<Block>()
  for (const [at, block] of blocks.entries()) {
    if (taken.has(block)) continue
    if (!isFlowing(block, body) || isClosed(block)) {
      result.push(block)
      continue
    }
    let whole: TextBlock = block
    const between: Block[] = []
    for (const next of blocks.slice(at + 1, at + 2 + MAX_BETWEEN)) {
      if (isFlowing(next, body) && next.kind === 'paragraph') {
        if (!continues(whole, next, between.length > 0)) break
        whole = {
          ...whole,
          lines: [...whole.lines, ...next.lines.map((line) => ({ ...line, ...pageOf(next, whole) }))],
        }
        for (const other of [...between, next]) taken.add(other)
        if (isClosed(whole)) break
      } else if (isFloat(next, body)) between.push(next)
      else break
    }
    const moved = between.filter((other) => taken.has(other))
    for (const other of moved) {
      if (other.kind !== 'table')
        changes.push({
          kind: 'repaired',
          what: 'caption or note moved out of a sentence',
          text: wordsOf(other),
          page: other.page,
        })
    }
    result.push(whole, ...moved)
  }
  return result
}

/** Lines that came from another page carry it. */
const pageOf = (from: TextBlock, to: TextBlock) => (from.page === to.page ? {} : { page: from.page })

const wordsOf = ({ lines }: TextBlock) => lines.map(({ text }) => text).join(' ')

const isFlowing = (block: Block, body: Body): block is TextBlock =>
  (block.kind === 'paragraph' || block.kind === 'item') && !isFloat(block, body)

const isClosed = (block: TextBlock) => ENDS.test(wordsOf(block))

/** Captions, tables, and what is smaller than the text: notes. */
function isFloat(block: Block, body: Body): boolean {
  if (block.kind === 'table') return true
  if (block.kind !== 'paragraph') return false
  return CAPTION.test(wordsOf(block)) || block.lines.every(({ size }) => size < 0.93 * body.size)
}

function continues(block: TextBlock, next: TextBlock, apart: boolean): boolean {
  const [above, below] = [block.lines.at(-1), next.lines[0]]
  if (!above || !below || Math.abs(above.size - below.size) > 0.08 * below.size) return false
  const isBroken = /[-\u2010\u00AD,;]$/.test(above.text) || /^[\p{Ll}(]/u.test(below.text)
  // On the same page and column, what is apart was meant to be.
  return (
    isBroken ||
    (apart === false && isElsewhere(block, next) && /^[\p{Lu}\d“"]/u.test(below.text) && !/^\d+[.)]\s/.test(below.text))
  )
}

function isElsewhere(block: TextBlock, next: TextBlock): boolean {
  const [above, below] = [block.lines.at(-1), next.lines[0]]
  return next.page !== block.page || (below?.y ?? 0) > (above?.y ?? 0)
}
