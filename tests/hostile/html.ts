/** Reads a page as a browser does. */
import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** Attributes that browsers fetch, follow or send to. */
const ADDRESSES = [
  'href',
  'src',
  'action',
  'formaction',
  'cite',
  'data',
  'srcset',
  'poster',
  'background',
  'xlink:href',
]

export interface Page {
  readonly elements: readonly Element[]
  /** All elements, texts and comments in order, one line each, without what `hidden` selects the inside of. */
  outline(hidden?: (element: Element) => boolean): string[]
}

export function readPage(html: string): Page {
  const document = parse(html)
  return {
    elements: walk(document).filter(isElement),
    outline: (hidden = () => false) => outlineOf(document, hidden, 0),
  }
}

function attributesOf({ attrs }: Element): Record<string, string> {
  return Object.fromEntries(attrs.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value]))
}

export function textIn(node: Node): string {
  return walk(node)
    .map((one) => (one.nodeName === '#text' ? (one as DefaultTreeAdapterMap['textNode']).value : ''))
    .join('')
}

export const hasClass = (name: string) => (element: Element) => attributesOf(element).class === name

/** What no page of this program may hold, as one line for each find: scripts, event handlers, styles, foreign links. */
export function findActive({ elements }: Page): string[] {
  return elements.flatMap((element) => {
    const { tagName } = element
    const found = /^(script|style|iframe|object|embed|base|svg|math|template|img|video|audio|xmp|plaintext)$/.test(
      tagName,
    )
      ? [tagName]
      : []
    for (const [name, value] of Object.entries(attributesOf(element))) {
      if (/^on/.test(name) || ['style', 'srcdoc', 'http-equiv'].includes(name))
        found.push(`${tagName} ${name}=${value}`)
      if (ADDRESSES.includes(name) && !isPlainAddress(value)) found.push(`${tagName} ${name}=${value}`)
    }
    return found
  })
}

/** Web pages, phone numbers and places of this server. */
function isPlainAddress(address: string): boolean {
  return ['https:', 'http:', 'tel:', 'sms:'].includes(new URL(address, 'https://this.example').protocol)
}

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

function walk(node: Node): Node[] {
  return [node, ...('childNodes' in node ? node.childNodes.flatMap(walk) : [])]
}

function outlineOf(node: Node, hidden: (element: Element) => boolean, depth: number): string[] {
  const attributes = isElement(node) ? JSON.stringify(attributesOf(node)) : ''
  const words = node.nodeName === '#text' ? textIn(node) : ''
  const inside =
    isElement(node) && hidden(node)
      ? []
      : 'childNodes' in node
        ? node.childNodes.flatMap((child) => outlineOf(child, hidden, depth + 1))
        : []
  return [`${depth} ${node.nodeName} ${attributes}${words}`, ...inside]
}
