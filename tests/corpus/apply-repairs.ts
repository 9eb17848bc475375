import type { Move, Piece, Repairs, Stretch } from './repairs.ts'

/** Throws when a piece is not found exactly as often as it is listed. */
export function applyRepairs(raw: string, { moves, removals, keptHyphens }: Repairs): string {
  const moved = moves.reduce(move, joinLines(raw, keptHyphens))
  return removals.reduce(
    (text, removal) => ('from' in removal ? removeStretch(text, removal) : removePiece(text, removal)),
    moved,
  )
}

/** The raw text as one line: words broken at a line end are whole, white space is one space. */
function joinLines(raw: string, keptHyphens: string[]): string {
  return raw
    .replace(/(\S*)-[^\S\n]*\n[^\S\n]*(\S+)/g, (_, head: string, tail: string) => {
      const hyphenated = `${head}-${tail}`
      return keptHyphens.includes(hyphenated) ? hyphenated : head + tail
    })
    .replace(/\s+/g, ' ')
}

function move(text: string, move: Move): string {
  expectCount(text, move.text, 1)
  expectCount(text, move.after, 1)
  return text.replace(move.text, '').replace(move.after, () => `${move.after} ${move.text} `)
}

function removePiece(text: string, { text: piece, after = '', times = 1 }: Piece): string {
  expectCount(text, after + piece, times)
  return text.replaceAll(after + piece, () => after)
}

function removeStretch(text: string, { from, to }: Stretch): string {
  expectCount(text, from, 1)
  if (to !== null) expectCount(text, to, 1)
  const start = text.indexOf(from)
  const end = to === null ? text.length : text.indexOf(to)
  if (end < start) throw new Error(`"${to}" stands before "${from}"`)
  return text.slice(0, start) + text.slice(end)
}

function expectCount(text: string, piece: string, times: number): void {
  const found = text.split(piece).length - 1
  if (found !== times) throw new Error(`Found ${found} times, listed ${times} times: "${piece}"`)
}
