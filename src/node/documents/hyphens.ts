import type { Change } from './document.ts'
import { isEnglish } from './english.ts'

/** A hyphen at a line end: hyphen-minus, hyphen, soft hyphen. */
const HYPHEN = /[-\u2010\u00AD]$/
const WORD = /\p{L}[\p{L}\p{M}'’]*(?:[-\u2010]\p{L}[\p{L}\p{M}'’]*)*/gu

/**
 * Where the document can't tell, these words after a hyphen are nearly always words of their own: "century", "based".
 * None ends a longer word that could be broken before it ("thresh-old", "ill-ness" and "high-light" can).
 */
const SECOND = new Set(
  'based related induced guided assisted associated specific dependent negative positive threatening term century known defined being looking year years month ray sized shaped coloured colored sparing conserving up aged'.split(
    ' ',
  ),
)
/** Numbers, and "self", are followed by a hyphen, not by the rest of a word. */
const FIRST =
  /^(?:self|two|three|four|five|six|seven|eight|nine|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:twelf|(?:thir|four|fif|six|seven|eigh|nine)teen|twentie)th|twenty-first|\p{L})$/iu
/** "well-informed", "long-lasting", but "shortening" and "highlighted". */
const ADVERB = /^(?:well|ill|high|low|long|short|newly|fully|poorly)$/i
const PARTICIPLE = /^(?!ening|lighted|lighting|landed)\p{L}{3,}(?:ed|ing)$/u

/** What begins longer words, and is a word by itself only by chance: "extra" + "skeletal". */
const PREFIX =
  /^(?:anti|auto|bio|chemo|co|counter|cryo|de|di|extra|fore|haemo|hemo|hyper|hypo|immuno|inter|intra|macro|meta|micro|mid|mini|mis|mono|multi|neo|neuro|non|onco|osteo|out|over|para|peri|photo|poly|post|pre|pro|pseudo|radio|re|semi|sub|super|supra|tele|thermo|trans|tri|ultra|un|under|up)$/i

/** A sign that ties two parts together and stands right after the first: "T12-" + "L2", "2–" + "3", "and/" + "or". */
const TIGHT = /[\p{L}\d)][-\u2010–—/]$/u
/** "pre- and postoperative": the hyphen stands for a word that follows. */
const SUSPENDED = /^(?:and|or|to|und|oder|et|ou|y|o)(?!\p{L})/u

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
 * The document decides where it can: by which spelling it uses elsewhere, then by whether both halves are words of it; then a list of English words does.
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
    return TIGHT.test(first) && !SUSPENDED.test(next) ? first + next : `${first} ${next}`
  const { head, hyphen } = broken
  const stem = first.slice(0, -1)
  if (SUSPENDED.test(next)) return `${first} ${next}`
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
  const [joined, hyphened] = [vocabulary.count(head + follow), vocabulary.count(`${head}-${follow}`)]
  if (joined !== hyphened) return hyphened > joined
  // "Anglo-American", "state-of-the-" + "art"
  if (/^\p{Lu}/u.test(follow)) return true
  if (/[-\u2010]$/.test(stem.slice(0, -head.length))) return true
  if (/^\p{Lu}{2,}$/u.test(head) || FIRST.test(head) || SECOND.has(follow)) return true
  if (ADVERB.test(head) && PARTICIPLE.test(follow)) return true
  if (head.length > 2 && follow.length > 2 && vocabulary.count(head) > 0 && vocabulary.count(follow) > 0) return true
  // "High-" + "grade", but "treat-" + "ment"
  return !PREFIX.test(head) && !isEnglish(head + follow) && isEnglish(head) && isEnglish(follow)
}
