import type { Element, Root } from 'hast'
import { collapse } from '../../../core/ingest/normalise.ts'
import type { Facts } from '../document.ts'
import { attribute, elementsOf, textOf } from './hast.ts'

/** Names of `meta` elements for each fact, the surest first. */
const METAS = {
  authors: ['citation_author', 'dc.creator', 'author', 'article:author'],
  publisher: ['citation_publisher', 'dc.publisher', 'og:site_name', 'publisher'],
  published: ['citation_publication_date', 'dc.date', 'article:published_time', 'date'],
  lastRevised: ['article:modified_time', 'last-modified', 'dc.date.modified'],
  doi: ['citation_doi'],
} as const

/** What a page says of itself in its head. Only what is surely well formed: the rest is asked for. */
export function factsOf(page: Root, main: Element): Facts {
  const all = [...elementsOf(page)]
  const meta = (names: readonly string[]) =>
    names
      .map((name) =>
        all
          .filter((element) => element.tagName === 'meta')
          .filter((element) => (attribute(element, 'name') || attribute(element, 'property')).toLowerCase() === name)
          .map((element) => collapse(attribute(element, 'content')))
          .filter((content) => content !== '' && !/^https?:/.test(content)),
      )
      .find((found) => found.length > 0) ?? []
  const link = (rel: string) =>
    all.find((element) => element.tagName === 'link' && attribute(element, 'rel').toLowerCase() === rel)
  const date = (names: readonly string[]) =>
    /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(meta(names)[0]?.replaceAll('/', '-') ?? '')?.[0] ?? null
  const canonical = link('canonical')
  const url = canonical ? attribute(canonical, 'href') : ''
  const html = all.find(({ tagName }) => tagName === 'html')
  const language = html ? attribute(html, 'lang') : ''
  return {
    title: titleOf(all, main),
    authors: meta(METAS.authors),
    publisher: meta(METAS.publisher)[0] ?? null,
    published: date(METAS.published),
    lastRevised: date(METAS.lastRevised),
    url: /^https?:\/\/[^@]+$/.test(url) ? url : null,
    doi: meta(METAS.doi)[0] ?? null,
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null,
  }
}

/** The only top heading of the text, else the title of the page without the site's name. */
function titleOf(all: readonly Element[], main: Element): string | null {
  const headings = [...elementsOf(main)].filter(({ tagName }) => tagName === 'h1')
  const words = (element: Element | undefined) => (element ? collapse(textOf(element)) : '')
  const heading = headings.length === 1 ? words(headings[0]) : ''
  const named = words(all.find(({ tagName }) => tagName === 'title'))
  return heading || named.split(/ [|»·–—-] /)[0] || words(headings[0]) || null
}
