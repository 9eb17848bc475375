import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import type { Root as MdastRoot } from 'mdast'
import { collapse } from '../../../core/ingest/normalise.ts'
import { decodeText, namedEncoding } from '../decode.ts'
import type { Change, Draft } from '../document.ts'
import { openAccordions } from './accordions.ts'
import { factsOf } from './facts.ts'
import { furnitureOf, isHeadingLink, mainOf } from './furniture.ts'
import { elementsOf, isElement, rewrite, textOf } from './hast.ts'
import { flattenRaised } from './raised.ts'
import { plainTables } from './tables.ts'

/** A saved web page: the text of it, without what stands around. */
export function readHtml(bytes: Uint8Array): Draft {
  return readPage(openAccordions(fromHtml(decodeText(bytes, namedEncoding(bytes)))))
}

/** The same for a page that is parsed already. */
export function readPage(page: Root): Draft {
  const changes: Change[] = []
  const body = [...elementsOf(page)].find(({ tagName }) => tagName === 'body')
  if (!body) return { root: { type: 'root', children: [] }, facts: {}, changes }
  const main = mainOf(body)
  // What stands outside goes first, so that the report holds it once and whole.
  const cleaned = isolate(body, main, changes)
  const facts = factsOf(page, cleaned)
  const text = flattenRaised(plainTables(cleaned), changes)
  const tree = toMdast({ type: 'root', children: text.children }, { document: true })
  return { root: tree.type === 'root' ? tree : emptyRoot, facts, changes }
}

const emptyRoot: MdastRoot = { type: 'root', children: [] }

function isolate(body: Element, main: Element, changes: Change[]): Element {
  const remove = (element: Element, what: string): never[] => {
    const text = collapse(textOf(withoutSilent(element)))
    if (what !== '' && text !== '') changes.push({ kind: 'removed', what, text })
    return []
  }
  const around = (element: Element): void => {
    for (const child of element.children) {
      if (!isElement(child) || child === main) continue
      if ([...elementsOf(child)].includes(main)) around(child)
      else remove(child, furnitureOf(child, false) ?? 'text around the article')
    }
  }
  if (main !== body) around(body)
  return rewrite(main, (child) => {
    if (!isElement(child)) return [child]
    if (/^h[1-6]$/.test(child.tagName)) return [withoutLinks(child, remove)]
    const what = furnitureOf(child, main !== body)
    return what === null ? [child] : remove(child, what)
  })
}

function withoutLinks(heading: Element, remove: (element: Element, what: string) => never[]): Element {
  const keep = (part: ElementContent) =>
    isElement(part) && isHeadingLink(part, heading.children) ? remove(part, 'link beside a heading') : [part]
  return { ...heading, children: heading.children.flatMap(keep) }
}

const withoutSilent = (element: Element) =>
  rewrite(element, (child) => (isElement(child) && furnitureOf(child, true) === '' ? [] : [child]))
