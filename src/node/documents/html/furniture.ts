import type { Element, ElementContent } from 'hast'
import { attribute, elementsOf, isElement, textOf } from './hast.ts'

/** Elements that hold no text of the document, whatever they hold. */
const SILENT = [
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'canvas',
  'audio',
  'video',
  'math',
  'link',
  'meta',
  'head',
]
const FORMS: Readonly<Record<string, string>> = {
  form: 'form',
  button: 'button',
  select: 'form',
  input: 'form',
  textarea: 'form',
  dialog: 'dialog',
}
const PARTS: Readonly<Record<string, string>> = {
  nav: 'navigation',
  menu: 'navigation',
  aside: 'side note',
  footer: 'page footer',
}
const ROLES: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  banner: 'page header',
  contentinfo: 'page footer',
  search: 'form',
  complementary: 'side note',
  dialog: 'dialog',
  alertdialog: 'dialog',
  toolbar: 'navigation',
  tablist: 'navigation',
  'doc-toc': 'navigation',
  'doc-pagelist': 'navigation',
  'doc-pagebreak': 'page number',
  'doc-pagefooter': 'page footer',
  'doc-pageheader': 'page header',
}
const COOKIES = 'cookie notice'
/** Whole words of class names and ids by which sites name what stands around the text. */
const NAMED: readonly [RegExp, string][] = [
  [
    /^(?:nav|navbar|navigation|sitenav|subnav|menu|menubar|submenu|breadcrumbs?|pagination|pager|toc|skip|skiplinks?)$/,
    'navigation',
  ],
  [/cookie|^(?:consent|gdpr|onetrust)$/, COOKIES],
  [/^(?:share|sharing|social|socials|addthis|sharethis)$/, 'share buttons'],
  [/^(?:ads?|advert|advertisement|sponsor|sponsored|promo|newsletter|subscribe)$/, 'advertisement'],
  [/^(?:sidebar|related|recommended)$/, 'side note'],
  [/^(?:comments|disqus)$/, 'comments'],
  [/^(?:feedback|rating|ratings)$/, 'form'],
  [/^(?:footer)$/, 'page footer'],
  [/^(?:masthead|siteheader|topbar)$/, 'page header'],
  [/^(?:noprint|printonly|editsection|mw-editsection)$/, 'button'],
]
/** What heads links to other pages, where all under it is such. */
const ELSEWHERE =
  /^(?:related|recommended|popular|latest|more|other) (?:articles?|pages?|posts?|stories|reading|links|content|information|topics|news)$|^(?:you (?:may|might) also (?:like|be interested in)|read (?:next|more)|more (?:like this|from .{1,40})|see also)$/i
/** Sentences that tell what a link leads to. */
const MAX_TEASER = 6
/** Sentences of a long cookie notice; more are a page about cookies. */
const COOKIE_SENTENCES = 40
/** A list is navigation when so much of its text are links, by its characters. */
const LINKED = 0.8
/** A block named like furniture that holds so many sentences is text all the same. */
const TEXT_SENTENCES = 5

/**
 * What an element is when it is no part of the text: a word for the report, '' for what has no words, null for text.
 * @param inMain whether it stands within the element that holds the text
 */
export function furnitureOf(element: Element, inMain: boolean): string | null {
  const { tagName } = element
  if (SILENT.includes(tagName)) return ''
  if (isHidden(element)) return 'hidden text'
  const role = ROLES[attribute(element, 'role')]
  if (role) return role
  // Many old sites put the whole page into one form.
  const form = FORMS[tagName]
  if (form) return tagName === 'form' && holdsText(element) ? null : form
  const part = PARTS[tagName]
  if (part) return tagName === 'aside' && inMain && holdsText(element) ? null : part
  if (tagName === 'header' && !inMain) return 'page header'
  const named = nameOf(element)
  if (named === COOKIES && isNotice(element)) return named
  if (isElement(element, 'section', 'div', 'aside') && leadsElsewhere(element)) return 'side note'
  if (
    named &&
    !isElement(element, 'body', 'html', 'main', 'article', 'p', 'li', 'td', 'th', 'table') &&
    !holdsText(element)
  )
    return named
  if (isElement(element, 'ul', 'ol', 'p', 'div', 'li') && isLinkList(element)) return 'navigation'
  return null
}

/** However long, what asks for consent has a button. */
const isNotice = (element: Element) =>
  isElement(element, 'div', 'section', 'aside') &&
  sentenceCount(element) < COOKIE_SENTENCES &&
  [...elementsOf(element)].some(({ tagName }) => tagName === 'button') &&
  ![...elementsOf(element)].some(({ tagName }) => tagName === 'h1' || tagName === 'main' || tagName === 'article')

/** Links under a heading that says that they lead to other pages, and no text without one. */
function leadsElsewhere(element: Element): boolean {
  const inner = [...elementsOf(element)]
  const headings = inner.filter(({ tagName }) => /^h[1-6]$/.test(tagName))
  const [first] = headings
  if (
    !first ||
    !ELSEWHERE.test(
      textOf(first)
        .replace(/[\s:]+/g, ' ')
        .trim(),
    )
  )
    return false
  const links = inner.filter((part) => part.tagName === 'a' && attribute(part, 'href') !== '')
  const isAlone = headings.slice(1).every((heading) => [...elementsOf(heading)].some(({ tagName }) => tagName === 'a'))
  return links.length > 1 && isAlone && sentenceCount(element) <= MAX_TEASER * links.length
}

/** Characters of links among all, 0 to 1. */
function linkShare(element: Element): number {
  const all = textOf(element).replace(/\s+/g, '').length
  if (all === 0) return 0
  const linked = [...elementsOf(element)].filter((inner) => inner.tagName === 'a' && attribute(inner, 'href') !== '')
  return linked.map((link) => textOf(link).replace(/\s+/g, '').length).reduce((sum, length) => sum + length, 0) / all
}

/** Sentences with an end, of four words or more. */
function sentenceCount(node: Element): number {
  let [count, length] = [0, 0]
  for (const [word] of textOf(node).matchAll(/\S+/g)) {
    length += 1
    if (!/[.!?]$/.test(word)) continue
    if (length > 3) count += 1
    length = 0
  }
  return count
}

const holdsText = (element: Element) => sentenceCount(element) >= TEXT_SENTENCES && linkShare(element) < 0.5

function isHidden(element: Element): boolean {
  const { hidden } = element.properties
  if (hidden !== undefined && hidden !== null && hidden !== false) return true
  if (attribute(element, 'ariaHidden') === 'true') return true
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style'))
}

function nameOf(element: Element): string | null {
  const names = `${attribute(element, 'className')} ${attribute(element, 'id')}`.toLowerCase()
  const parts = names.split(/\s+/).flatMap((name) => [name, ...name.split(/[-_]+/).slice(0, 2)])
  return NAMED.find(([pattern]) => parts.some((part) => pattern.test(part)))?.[1] ?? null
}

/** Links to other pages or places of this one, one after the other, without a sentence between them. */
function isLinkList(element: Element): boolean {
  const links = [...elementsOf(element)].filter(({ tagName }) => tagName === 'a')
  const [first] = links
  if (!first || linkShare(element) < LINKED || sentenceCount(element) > 0) return false
  return (
    links.length >= 3 ||
    (links.length === 1 && /^(?:#|javascript:)/i.test(attribute(first, 'href')) && linkShare(element) > 0.95)
  )
}

/** The element that holds the text: what the page says it is, else where most of its sentences stand. */
export function mainOf(body: Element): Element {
  const all = [...elementsOf(body)]
  const told = all.filter((element) => element.tagName === 'main' || attribute(element, 'role') === 'main')
  if (told.length === 1 && told[0] && sentenceCount(told[0]) > 0) return told[0]
  const articles = all.filter(
    (element) => element.tagName === 'article' || attribute(element, 'itemProp') === 'articleBody',
  )
  const [article] = articles
  if (articles.length === 1 && article && sentenceCount(article) > 0) return article
  return densest(body)
}

/**
 * Goes down while a single child holds nearly all sentences, and the top headings with them.
 * @param whole the nearest element above that can stand by itself
 */
function densest(element: Element, whole = element): Element {
  const total = sentenceCount(element)
  const inner = element.children.find(
    (child: ElementContent): child is Element =>
      isElement(child, 'div', 'section', 'td', 'tr', 'tbody', 'table', 'center', 'form') &&
      sentenceCount(child) >= 0.9 * total &&
      topHeadings(child) === topHeadings(element) &&
      !isDataTable(child) &&
      linkShare(child) < 0.5,
  )
  // Rows and cells mean nothing without their table.
  const best = isElement(element, 'table', 'tbody', 'tr') ? whole : element
  return inner && total > 0 ? densest(inner, best) : best
}

/** A table with header cells; one that holds another table lays the page out. */
function isDataTable(element: Element): boolean {
  const inner = [...elementsOf(element)].map(({ tagName }) => tagName)
  return element.tagName === 'table' && inner.includes('th') && !inner.includes('table')
}

const topHeadings = (element: Element) => [...elementsOf(element)].filter(({ tagName }) => tagName === 'h1').length

/** A sign beside a heading that links to it, or opens an editor; not a link that is the heading. */
export function isHeadingLink(element: ElementContent, siblings: readonly ElementContent[]): boolean {
  if (!isElement(element, 'a', 'span')) return false
  const names = attribute(element, 'className').toLowerCase().split(/\s+/)
  const isNamed = names.some((name) =>
    /^(?:mw-)?(?:edit|editsection|edit-link|anchor|anchor-link|header-?link|heading-?link|permalink)$/.test(name),
  )
  const isSign = /^\s*(?:[¶#§🔗]|\[edit\]|edit)\s*$/iu.test(textOf(element))
  return (isNamed || isSign) && siblings.some((other) => other !== element && textOf(other).trim() !== '')
}
