const RAISED: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '–': '⁻',
}
const LOWERED: Readonly<Record<string, string>> = {
  0: '₀',
  1: '₁',
  2: '₂',
  3: '₃',
  4: '₄',
  5: '₅',
  6: '₆',
  7: '₇',
  8: '₈',
  9: '₉',
  '+': '₊',
  '-': '₋',
}
/** Marks of footnotes and references: 1 to 3 digits each, in brackets or not, letters and signs that stand alone. */
const MARK = /^[[(]?(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})(?:\s*[,;–-]\s*(?:\d{1,3}|[a-z*†‡§¶]))*[\])]?$/
/** What takes a power: a figure, or a unit of length or time. None takes the first: "5 cm" and a raised 1 is a mark. */
const POWERED = /(?:\d|(?<!\p{L})(?:[mckμµ]?m|[Cc]m|in|ft|s|x))$/u

/** The same figures as characters that stand raised or lowered by themselves (10⁵, CO₂); null where one has none. */
export function asCharacters(words: string, place: 'raised' | 'lowered'): string | null {
  const signs = place === 'raised' ? RAISED : LOWERED
  const mapped = [...words].map((sign) => signs[sign])
  return mapped.every((sign) => sign !== undefined) ? mapped.join('') : null
}

/**
 * Whether raised words are the mark of a footnote or reference: left in place, "5" and a raised 1 would read 51.
 * @param before what stands before them on their line
 */
export function isFootnoteMark(words: string, before: string): boolean {
  if (!MARK.test(words) || /^[a-z]$/.test(words) || before.trim() === '') return false
  return !POWERED.test(before) || (words === '1' && /\p{L}$/u.test(before))
}

export const looksLikeMark = (words: string): boolean => MARK.test(words) || /^\[.*\]$/.test(words)
