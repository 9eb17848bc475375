import { html } from 'hono/html'
import { disclaimers as standing } from '../../core/safety/catalogue.ts'
import { labels } from './labels.ts'

/** Escaped markup; what goes into an `html` template as text comes out inert. */
export type Markup = ReturnType<typeof html>

interface PageOptions {
  readonly title: string
  readonly main: Markup
  /** Address of a script of this server; without it the page does all that it must. */
  readonly script?: string
  /** Shown on every page; the standing ones of the catalogue unless told. */
  readonly disclaimers?: readonly { readonly text: string }[]
}

/** A whole document. */
export function page({ title, main, script, disclaimers = Object.values(standing) }: PageOptions): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/page.css">
${script ? html`<script type="module" src="${script}"></script>\n` : ''}</head>
<body>
<header class="site"><a class="skip" href="#main">${labels.skip}</a><a href="/">${labels.site}</a><p>${labels.tagline}</p></header>
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
