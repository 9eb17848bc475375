import type { Element, ElementContent, Nodes } from 'hast'

export const isElement = (node: Nodes | undefined, ...names: readonly string[]): node is Element =>
  node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))

const BLOCKS = [
  'p',
  'div',
  'section',
  'ul',
  'ol',
  'li',
  'table',
  'tbody',
  'tr',
  'td',
  'th',
  'nav',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'label',
  'button',
]

/** Words of a node, as they stand in the page. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const isBlock = node.children.some((child) => isElement(child, ...BLOCKS))
  return node.children.map(textOf).join(isBlock ? ' ' : '')
}

export const elementChildren = ({ children }: Element): Element[] =>
  children.filter((child) => child.type === 'element')

/** Every element under a node, in the order of the page. */
export function* elementsOf(node: Nodes): Generator<Element> {
  if (!('children' in node)) return
  for (const child of node.children) {
    if (child.type !== 'element') continue
    yield child
    yield* elementsOf(child)
  }
}

/** An attribute as one string; an empty one where it is missing. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name]
  return Array.isArray(value) ? value.join(' ') : value === null || value === undefined ? '' : String(value)
}

/** Each child as `map` leaves it, the innermost first. */
export function rewrite<Parent extends { children: Nodes[] }>(
  parent: Parent,
  map: (child: ElementContent, at: number, siblings: readonly ElementContent[]) => ElementContent[],
): Parent {
  const siblings = parent.children as ElementContent[]
  const children = siblings.flatMap((child, at) => map(child, at, siblings))
  return { ...parent, children: children.map((child) => (child.type === 'element' ? rewrite(child, map) : child)) }
}
