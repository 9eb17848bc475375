/** Saved web pages: the same documents in the dress of six kinds of sites, and one that folds its answers away, with what stands around the text. */

import { readFileSync } from 'node:fs'
import type { Part, Table, TestDocument } from './document.ts'
import { helpline, riverLynx, velvetMoss } from './texts.ts'

export interface WebPage {
  readonly name: string
  readonly document: TestDocument
  readonly bytes: Uint8Array
}

/** Words of the surroundings; none of them may be quoted. */
export const SURROUNDINGS = [
  'Skip to main content',
  'Accept all cookies',
  'All rights reserved',
  'Subscribe to our newsletter',
  'Share this page',
  'You may also like',
  'Leave a comment',
  'Home page',
  'Search this site',
  'On this page',
  'Print this page',
  'Back to top',
]

const encode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const wrapped = (tag: string, content: string) => `<${tag}>${content}</${tag}>`
const list = (items: readonly string[], tag = 'ul') => wrapped(tag, items.map((item) => wrapped('li', item)).join('\n'))
const links = (...names: readonly string[]) =>
  list(names.map((name) => `<a href="/${name.toLowerCase().replaceAll(' ', '-')}">${name}</a>`))

type Write = (part: Part, at: number) => string

function table({ caption, headers, rows }: Table): string {
  const line = (cells: readonly string[], tag: string) =>
    wrapped('tr', cells.map((cell) => wrapped(tag, encode(cell))).join(''))
  return `<table><caption>${encode(caption)}</caption><thead>${line(headers, 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('\n')}</tbody></table>`
}

const plain: Write = (part) => {
  if ('heading' in part) return wrapped(`h${part.level}`, encode(part.heading))
  if ('paragraph' in part) return wrapped('p', encode(part.paragraph))
  if ('list' in part) return list(part.list.map(encode), part.ordered ? 'ol' : 'ul')
  return table(part.table)
}

const bodyHtml = ({ parts }: TestDocument, write: Write = plain) => parts.map(write).join('\n')

const health = (document: TestDocument) => `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${document.title} - Garden Health Service</title>
<meta property="og:site_name" content="Garden Health Service"><link rel="canonical" href="https://health.example/moss"></head><body>
<a class="skip-link" href="#maincontent">Skip to main content</a>
<div id="cookiebanner"><p>We use some cookies. They are small. They help us. You can say no. It is your choice.</p><button>Accept all cookies</button></div>
<header role="banner"><a href="/">Home page</a><form role="search"><label>Search this site <input name="q"></label><button>Search</button></form></header>
<nav class="breadcrumb" aria-label="Breadcrumb"><ol><li><a href="/">Home page</a></li><li><a href="/plants">Plants</a></li></ol></nav>
<main id="maincontent"><article><h1>${document.title}</h1>
<nav class="contents"><h2>On this page</h2>${links('How it grows', 'Water and light', 'Emergencies')}</nav>
${bodyHtml(document)}
<div class="share-links"><p>Share this page</p><a href="https://social.example/share">Post it</a></div></article></main>
<footer><h2>Support links</h2>${links('Contact us', 'Accessibility')}<p>All rights reserved</p></footer>
<script>console.log("Skip to main content")</script></body></html>`

const blog = (
  document: TestDocument,
) => `<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>${document.title} | The Garden Blog</title>
<meta name="author" content="Ada Fern"><meta property="article:published_time" content="2021-03-05T10:00:00Z"></head><body class="post-template single">
<div id="page" class="site"><header id="masthead" class="site-header"><div class="site-branding"><a href="/">The Garden Blog</a></div><nav id="site-navigation" class="main-navigation">${links('Home page', 'Blog', 'About', 'Shop')}</nav></header>
<div id="content"><div id="primary"><article class="post type-post"><header class="entry-header"><h1 class="entry-title">${document.title}</h1></header>
<div class="entry-content">${bodyHtml(document)}<div class="sharedaddy sd-sharing"><h3>Share this page</h3>${links('Facebook', 'Mail', 'Print this page')}</div></div>
<footer class="entry-footer">Posted in <a href="/c">Mosses</a></footer></article>
<div id="comments"><h2>Leave a comment</h2><p>Great post, my moss is blue.</p></div></div>
<aside id="secondary" class="widget-area"><h2>Subscribe to our newsletter</h2><p>Be the first to know. It is free.</p><h2>You may also like</h2>${links('Ten ferns', 'Bog myths', 'Peat')}</aside></div>
<footer id="colophon">All rights reserved</footer></div></body></html>`

/** Tables lay it out, `font` is what headings have, breaks part the paragraphs, and it is not in UTF-8. */
const old = (
  document: TestDocument,
) => `<HTML><HEAD><TITLE>${document.title}</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252"></HEAD>
<BODY BGCOLOR=white><TABLE WIDTH=800 BORDER=0><TR><TD COLSPAN=2><CENTER><A HREF="/">Home page</A> | <A HREF="/l">Lichens</A> | <A HREF="/m">Mosses</A></CENTER></TD></TR>
<TR><TD WIDTH=150 VALIGN=top>${links('Home page', 'Search this site', 'Guest book', 'Old news').toUpperCase().replaceAll('HREF', 'href')}</TD>
<TD><H1>${document.title}</H1>
${bodyHtml(document, (part, at) => ('paragraph' in part ? `${encode(part.paragraph)}<BR><BR>` : plain(part, at)))}
<P><A HREF="#top">Back to top</A></TD></TR></TABLE><CENTER><FONT SIZE=1><A HREF="/c">All rights reserved</A></FONT></CENTER></BODY></HTML>`

const wiki = (
  document: TestDocument,
) => `<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="UTF-8"/><title>${document.title} - Bog Encyclopaedia</title></head>
<body><div id="mw-page-base" class="noprint"></div><div id="content" class="mw-body" role="main"><h1 id="firstHeading"><span>${document.title}</span></h1>
<div id="bodyContent"><div id="jump-to-nav"><a href="#mw-head">Skip to main content</a></div><div class="mw-parser-output">
<div id="toc" class="toc" role="navigation"><h2>On this page</h2>${list(['<a href="#a">1 How it grows</a>', '<a href="#b">2 Water</a>'])}</div>
${bodyHtml(document, (part, at) => {
  if ('heading' in part)
    return `<h${part.level}><span class="mw-headline">${part.heading}</span><span class="mw-editsection">[<a href="/edit">edit</a>]</span></h${part.level}>`
  if ('paragraph' in part)
    return wrapped(
      'p',
      `${encode(part.paragraph).replace('Velvet moss', '<b>Velvet moss</b>').replace('gardens', '<a href="/wiki/Garden">gardens</a>')}<sup class="reference"><a href="#cite-${at}">[${at}]</a></sup>`,
    )
  return plain(part, at)
})}</div></div></div>
<div id="mw-navigation"><h2>Navigation menu</h2>${links('Home page', 'Random page', 'Search this site')}</div><div id="footer" role="contentinfo">All rights reserved</div></body></html>`

const journal = (
  document: TestDocument,
) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${document.title} | Annals of Cats</title>
<meta name="citation_author" content="Ida Stream"><meta name="citation_author" content="Olu Banks"><meta name="citation_publisher" content="Annals of Cats">
<meta name="citation_publication_date" content="2019/06/11"><meta name="citation_doi" content="10.1000/cats.7"></head><body>
<div class="topbar">${links('Journals', 'Search this site', 'Log in')}</div><div class="advert">Subscribe to our newsletter</div>
<div class="l-wrap"><div class="toc-rail" role="complementary"><strong>On this page</strong>${links('Summary', 'Methods', 'Results')}</div>
<div class="l-main"><article><header><h1>${document.title}</h1></header>
${bodyHtml(document, (part, at) => ('heading' in part ? `<section><h${part.level}>${part.heading} <a class="headerlink" href="#s${at}" title="Link">¶</a></h${part.level}></section>` : plain(part, at)))}
<p style="display:none">You may also like hidden words.</p></article></div></div><footer>All rights reserved</footer></body></html>`

/** No element tells where the text is, and names do only by halves. */
const divs = (
  document: TestDocument,
) => `<!DOCTYPE html><html><head><title>${document.title}</title></head><body><div id="root"><div class="x1"><div class="x2">${links('Home page', 'News', 'Topics', 'Search this site')}</div></div>
<div class="x3"><div class="x4"><h1>${document.title}</h1><div class="x5">${bodyHtml(document, (part, at) => ('paragraph' in part ? `<div>${encode(part.paragraph)}</div>` : plain(part, at)))}</div></div></div>
<div class="x6"><div class="newsletter-box">Subscribe to our newsletter <input type="email"></div><ul class="x7"><li><a href="/1">You may also like ferns</a></li><li><a href="/2">Or bogs</a></li><li><a href="/3">Or peat</a></li></ul></div>
<div class="footer-legal">All rights reserved</div></div></body></html>`

/** Characters of windows-1252 as its bytes; what it lacks as references. */
function toWindows1252(text: string): Uint8Array {
  const high: Record<string, number> = { '–': 0x96, '’': 0x92, '“': 0x93, '”': 0x94 }
  const bytes = [...text].flatMap((sign) => {
    const code = sign.codePointAt(0) ?? 0
    return code < 0x100 ? [code] : sign in high ? [high[sign] ?? 0] : [...Buffer.from(`&#${code};`)]
  })
  return Uint8Array.from(bytes)
}

const helplinePage = readFileSync(new URL('helpline.html.txt', import.meta.url), 'utf8')

export const webPages: readonly WebPage[] = [
  { name: 'a health service', document: velvetMoss, bytes: Buffer.from(health(velvetMoss)) },
  { name: 'a blog', document: velvetMoss, bytes: Buffer.from(blog(velvetMoss)) },
  { name: 'an old page laid out with tables', document: velvetMoss, bytes: toWindows1252(old(velvetMoss)) },
  { name: 'an encyclopaedia', document: velvetMoss, bytes: Buffer.from(wiki(velvetMoss)) },
  { name: 'a journal', document: riverLynx, bytes: Buffer.from(journal(riverLynx)) },
  { name: 'a page of nameless blocks', document: riverLynx, bytes: Buffer.from(divs(riverLynx)) },
  { name: 'a page of answers that are folded away', document: helpline, bytes: Buffer.from(helplinePage) },
  {
    name: 'the same without an element that tells where the text is',
    document: helpline,
    bytes: Buffer.from(helplinePage.replace(/(<\/?)(?:main|article)\b/g, '$1div')),
  },
]
