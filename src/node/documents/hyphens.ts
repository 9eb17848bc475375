import type { Change } from './document.ts'

/** A hyphen at a line end: hyphen-minus, hyphen, soft hyphen. */
const HYPHEN = /[-\u2010\u00AD]$/
const WORD = /\p{L}[\p{L}\p{M}'’]*(?:[-\u2010]\p{L}[\p{L}\p{M}'’]*)*/gu

/**
 * First parts that English writes with a hyphen and that are no words of their own, or seldom are. Words such as
 * "preoperative" are not broken after them by more than chance, but "self-care" is always written so.
 */
const KEEPS = new Set(['self', 'non', 'well', 'ill', 'ex', 'quasi', 'all', 'half', 'cross', 'x', 'e', 't', 'b'])

/** How often each word stands in a document, away from line ends: hyphened words whole, and their parts. */
export interface Vocabulary {
  count(word: string): number
}

export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>()
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const line of lines) {
    // The last word of a line with a hyphen is what is asked about; it can't speak for itself.
    const trimmed = line.trimEnd()
    const whole = HYPHEN.test(trimmed) ? trimmed.slice(0, startOfLastWord(trimmed)) : trimmed
    for (const [word] of whole.toLowerCase().replaceAll('\u2010', '-').matchAll(WORD)) {
      add(word)
      if (word.includes('-')) for (const part of word.split('-')) add(part)
    }
  }
  return { count: (word) => counts.get(word.toLowerCase()) ?? 0 }
}

const startOfLastWord = (line: string) => line.length - (line.split(/\s/).at(-1) ?? '').length

/** The letters before a hyphen at the end of a line, or null. */
function brokenWord(line: string): { readonly head: string; readonly hyphen: string } | null {
  if (!HYPHEN.test(line)) return null
  let from = line.length - 1
  while (from > 0 && /[\p{L}\p{M}'’]/u.test(line[from - 1] as string)) from--
  const head = line.slice(from, -1).replace(/^[^\p{L}]{1,9}/u, '')
  return head === '' ? null : { head, hyphen: line.slice(-1) }
}

/**
 * Two lines of one paragraph as one. A word that the line end broke is made whole; a hyphen that belongs to it stays.
 * The document decides where it can: by which spelling it uses elsewhere, then by whether both halves are words of it.
 */
export function joinLines(
  above: string,
  below: string,
  vocabulary: Vocabulary,
  changes: Change[],
  page?: number,
): string {
  const [first, next] = [above.trimEnd(), below.trimStart()]
  const broken = brokenWord(first)
  const follow = /^\p{L}[\p{L}\p{M}'’]*/u.exec(next)?.[0]
  if (!broken || follow === undefined)
    return /\p{L}[-\u2010]$|[/–—]$/u.test(first) && follow === undefined && /^\d/.test(next)
      ? first + next
      : `${first} ${next}`
  const { head, hyphen } = broken
  const stem = first.slice(0, -1)
  // "pre- and postoperative": the hyphen stands for a word that follows.
  if (/^(?:and|or|to|und|oder|et|ou|y|o)$/.test(follow)) return `${first} ${next}`
  const keeps = hyphen !== '\u00AD' && keepsHyphen(stem, head, follow, vocabulary)
  const note = keeps ? 'hyphen kept at a line end' : 'word broken at a line end'
  const whole = keeps ? `${head}-${follow}` : head + follow
  changes.push({
    kind: 'repaired',
    what: note,
    text: `${head}${hyphen === '\u00AD' ? '-' : hyphen} ${follow} → ${whole}`,
    ...(page === undefined ? {} : { page }),
  })
  return keeps ? first + next : stem + next
}

function keepsHyphen(stem: string, head: string, follow: string, vocabulary: Vocabulary): boolean {
  // "COVID-Test", "Anglo-American", "state-of-the-" + "art"
  if (/^\p{Lu}/u.test(follow)) return true
  if (/[-\u2010]$/.test(stem.slice(0, -head.length))) return true
  const [joined, hyphened] = [vocabulary.count(head + follow), vocabulary.count(`${head}-${follow}`)]
  if (joined !== hyphened) return hyphened > joined
  if (/^\p{Lu}{2,}$/u.test(head) || KEEPS.has(head.toLowerCase())) return true
  return head.length > 2 && follow.length > 2 && vocabulary.count(head) > 0 && vocabulary.count(follow) > 0
}
