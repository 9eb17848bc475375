import type { Element, ElementContent } from 'hast'
import type { Change } from '../document.ts'
import { elementsOf, isElement, rewrite, textOf } from './hast.ts'

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
/** What takes a power: a figure, or a unit of length. */
const POWERED = /(?:\d|(?<!\p{L})(?:[mckμµ]?m|[Cc]m|in|ft|kg|s|x))$/u

/**
 * Raised and lowered figures as the characters that mean the same in plain text (10⁵, CO₂). Footnote marks go: after a
 * figure, "5" and a raised 1 would read 51.
 */
export function flattenRaised<Parent extends { children: Element['children'] }>(
  parent: Parent,
  changes: Change[],
): Parent {
  return rewrite(parent, (child, at, siblings) => {
    if (!isElement(child, 'sup', 'sub')) return [child]
    const words = textOf(child).trim()
    if (words === '') return []
    const before = siblings.slice(0, at).map(textOf).join('')
    if (child.tagName === 'sup' && isNote(child, words, before)) {
      changes.push({
        kind: 'removed',
        what: 'footnote mark',
        text: `${before.trim().split(/\s+/).at(-1) ?? ''} [${words}]`,
      })
      return []
    }
    return [asText(child, words)]
  })
}

function isNote(sup: Element, words: string, before: string): boolean {
  const linked = [...elementsOf(sup)].some(({ tagName }) => tagName === 'a')
  if (linked) return MARK.test(words) || /^\[.*\]$/.test(words)
  return MARK.test(words) && !/^[a-z]$/.test(words) && before.trim() !== '' && !POWERED.test(before)
}

function asText(element: Element, words: string): ElementContent {
  const signs = element.tagName === 'sup' ? RAISED : LOWERED
  const mapped = [...words].map((sign) => signs[sign])
  if (mapped.every((sign) => sign !== undefined)) return { type: 'text', value: mapped.join('') }
  return { ...element, tagName: 'span' }
}
