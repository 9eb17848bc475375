/** The page at `/embed`, for moderators: choose how the chat looks, copy its lines, try it. */
import { html } from 'hono/html'
import { attributesOf, type Choices, queryOf } from '../../embed/choices.ts'
import { frameFor, policyFor, snippetFor } from '../../embed/snippet.ts'
import { choicesForm, snippetField } from './embed-form.ts'
import { embedLabels as labels } from './embed-labels.ts'
import { type Markup, page } from './layout.ts'
import type { Site } from './site.ts'

interface EmbedPageOptions {
  readonly site: Site
  readonly choices: Choices
  /** Address of this server, without a slash at the end. */
  readonly server: string
  /** Of requests that name none. */
  readonly defaultCountry: string | null
}

export function embedPage(options: EmbedPageOptions): Markup {
  const { site, choices, server } = options
  const main = html`<h1>${labels.title}</h1>
<p>${labels.intro}</p>
${choicesForm(options)}
${snippetField(snippetFor(server, choices))}
<h2>${labels.tryTitle}</h2>
<p>${labels.tryIntro}</p>
<p><a id="try" data-chosen="/embed/try" href="/embed/try${queryOf(choices)}">${labels.tryLink}</a></p>
<div id="preview">${chatElement(choices, 3, html`<p>${labels.needsScript}</p>`)}</div>
<h2>${labels.elsewhere}</h2>
<dl>${labels.places.map(([name, how]) => html`<dt>${name}</dt><dd>${how}</dd>`)}</dl>
${moreSnippets(options)}`
  return page({
    site,
    title: `${labels.title} – ${site.title}`,
    main,
    kind: 'embed',
    script: ['/widget.js', '/embed.js'],
  })
}

/** The element as it was chosen. @param level of its heading @param inside shown where no script runs */
export function chatElement(choices: Choices, level: 2 | 3, inside: Markup): Markup {
  const attributes = attributesOf(choices).map(([name, value]) => html` ${name}="${value}"`)
  return html`<quotewell-chat heading-level="${level}"${attributes}>${inside}</quotewell-chat>`
}

function moreSnippets({ server, choices }: EmbedPageOptions): Markup {
  return html`<p>${labels.policy}</p>
<pre id="policy" tabindex="0">${policyFor(server)}</pre>
<p>${labels.frame}</p>
<pre id="frame" tabindex="0">${frameFor(server, choices)}</pre>`
}
