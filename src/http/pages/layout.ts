import { html } from 'hono/html'
import { labels } from './labels.ts'
import type { Site } from './site.ts'

/** Escaped markup; what goes into an `html` template as text comes out inert. */
export type Markup = ReturnType<typeof html>

interface PageOptions {
  readonly site: Site
  readonly title: string
  readonly main: Markup
  /** Addresses of scripts of this server; without them the page does all that it must. */
  readonly script?: string | readonly string[]
  /** Class of the body. */
  readonly kind?: 'reader' | 'embed'
  /** Places of the page to skip to, beside the main content. */
  readonly skips?: readonly { readonly id: string; readonly label: string }[]
  /** Shown on every page; those of the site unless told. */
  readonly disclaimers?: readonly { readonly text: string }[]
}

/** A whole document. */
export function page(options: PageOptions): Markup {
  const { site, title, main, kind, script = [], skips = [], disclaimers = site.disclaimers } = options
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/page.css">
${[script].flat().map((src) => html`<script type="module" src="${src}"></script>\n`)}</head>
<body${kind ? html` class="${kind}"` : ''}>
<header class="site"><a class="skip" href="#main">${labels.skip}</a>
${skips.map(({ id, label }) => html`<a class="skip" href="#${id}">${label}</a>\n`)}<a href="/">${site.title}</a><p>${labels.tagline}</p></header>
<main id="main" tabindex="-1">
${main}
</main>
<footer aria-labelledby="disclaimers">
<h2 id="disclaimers">${labels.disclaimers}</h2>
${disclaimers.map(({ text }) => html`<p>${text}</p>`)}
</footer>
</body>
</html>
`
}
