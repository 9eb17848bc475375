import type { Element, Root } from 'hast'
import { attribute, elementsOf, isElement, textOf } from './hast.ts'

/** A heading within the section that it stands in. */
const HEADING = 'h3'

/**
 * Pages hide answers until their question is pressed. Here all are open: what a button opens is text, and the button,
 * or the summary of `details`, is the heading above it. Furniture that opens is told by what it is, as ever.
 */
export function openAccordions(page: Root): Root {
  const all = [...elementsOf(page)]
  const told = new Map(all.filter(isText).map((element) => [attribute(element, 'id'), element]))
  const opened = new Set<string>()
  const openers = new Set<Element>()
  for (const element of all) {
    const id = attribute(element, 'ariaControls')
    if (!isOpener(element) || id === '' || !told.has(id)) continue
    opened.add(id)
    openers.add(element)
  }
  const open = (child: Element, inHeading: boolean): Element => {
    const isOpen = opened.has(attribute(child, 'id'))
    const isHeading = openers.has(child) || child.tagName === 'summary'
    const within = inHeading || isHeading || /^h[1-6]$/.test(child.tagName)
    const children = child.children.map((part) => (isElement(part) ? open(part, within) : part))
    if (isHeading) return { ...child, tagName: inHeading ? 'span' : HEADING, properties: {}, children }
    return isOpen ? { ...child, tagName: 'div', properties: {}, children } : { ...child, children }
  }
  return { ...page, children: page.children.map((child) => (isElement(child) ? open(child, false) : child)) }
}

const isOpener = (element: Element) =>
  attribute(element, 'ariaExpanded') !== '' &&
  (isElement(element, 'button') || attribute(element, 'role') === 'button' || isElement(element, 'a'))

/** Whether it holds a sentence: menus and searches do not. */
const isText = (element: Element) => attribute(element, 'id') !== '' && /\p{L}{2,}[.!?](?:\s|$)/u.test(textOf(element))
