import type { Element, ElementContent } from 'hast'
import type { Change } from '../document.ts'
import { asCharacters, isFootnoteMark, looksLikeMark } from '../raised-figures.ts'
import { elementsOf, isElement, rewrite, textOf } from './hast.ts'

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
  return linked ? looksLikeMark(words) : isFootnoteMark(words, before)
}

function asText(element: Element, words: string): ElementContent {
  const value = asCharacters(words, element.tagName === 'sup' ? 'raised' : 'lowered')
  return value === null ? { ...element, tagName: 'span' } : { type: 'text', value }
}
