import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import mammoth from 'mammoth'
import { collapse } from '../../../core/ingest/normalise.ts'
import type { Change, Draft } from '../document.ts'
import { attribute, elementsOf, isElement, rewrite, textOf } from '../html/hast.ts'
import { readPage } from '../html/read-html.ts'
import { withoutHidden } from './hidden.ts'
import { coreFacts, packParts, unpackParts } from './parts.ts'

/** Styles that mammoth does not know by itself. A table of contents is marked as one, so that it is told as removed. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='TOC Heading'] => div.toc > p:fresh",
  ...Array.from({ length: 9 }, (_, at) => `p[style-name='toc ${at + 1}'] => div.toc > p:fresh`),
]
/** A line in bold is a heading when it is at most so long, in UTF-16 code units. */
const MAX_HEADING = 90

/** A Word document: its text, lists and tables; page headers, comments, deleted text and images stay out. */
export async function readDocx(bytes: Uint8Array): Promise<Draft> {
  const changes: Change[] = []
  const parts = withoutHidden(unpackParts(bytes), changes)
  const { value } = await mammoth.convertToHtml(
    { buffer: packParts(parts) },
    {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  )
  const page = boldHeadings(underTitle(withoutBacklinks(fromHtml(`<main>${value}</main>`))), changes)
  const draft = readPage(page)
  const { title, authors } = coreFacts(parts)
  const facts = { title: draft.facts.title ?? title, authors }
  return { root: draft.root, facts, changes: [...draft.changes, ...changes] }
}

/** The arrow after each footnote, back to where its mark stands. */
const withoutBacklinks = (page: Root): Root =>
  rewrite(page, (child) =>
    isElement(child, 'a') && /^#(?:footnote|endnote)-ref-/.test(attribute(child, 'href')) ? [] : [child],
  )

/** Below a title, headings of the first level are of the second, and so on: the title holds them all. */
function underTitle(page: Root): Root {
  const firsts = [...elementsOf(page)].filter(({ tagName }) => tagName === 'h1')
  const title = firsts.find((element) => attribute(element, 'className') === 'title')
  if (!title || firsts.length === 1) return page
  return rewrite(page, (child) => {
    const level = isElement(child) && child !== title ? Number(/^h([1-5])$/.exec(child.tagName)?.[1]) : 0
    return level > 0 && isElement(child) ? [{ ...child, tagName: `h${level + 1}` }] : [child]
  })
}

/** Many authors make headings bold instead of giving them a style. */
function boldHeadings(page: Root, changes: Change[]): Root {
  return rewrite(page, (child, at, siblings) => {
    if (!isElement(child, 'p') || !isElement(siblings[at + 1], 'p', 'ul', 'ol', 'table')) return [child]
    const words = collapse(textOf(child))
    const isBold = child.children.every((part) => isElement(part, 'strong') || textOf(part).trim() === '')
    if (!isBold || words === '' || words.length > MAX_HEADING || /[.!?;:,]$/.test(words)) return [child]
    if (/^(?:table|figure|fig\.)\s*\d/i.test(words)) return [child]
    changes.push({ kind: 'repaired', what: 'bold line read as a heading', text: words })
    return [{ ...child, tagName: 'h2' } satisfies Element]
  })
}
