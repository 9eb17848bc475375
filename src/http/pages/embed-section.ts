/** Below the chat at `/`: the choices for those who would put it on their own pages. Closed, for patients come first. */
import { html } from 'hono/html'
import { readChoices } from '../../embed/choices.ts'
import { choicesForm, snippetField } from './embed-form.ts'
import { embedLabels as labels } from './embed-labels.ts'
import type { Markup } from './layout.ts'

/** @param defaultCountry of requests that name none */
export function embedSection(defaultCountry: string | null): Markup {
  const choices = readChoices(() => undefined)
  return html`<details id="embed" class="embed">
<summary>${labels.link}</summary>
<p>${labels.intro}</p>
<p><a data-chosen="/embed" href="/embed">${labels.more}</a></p>
${choicesForm({ choices, defaultCountry, hasMode: false })}
<div id="chosen" hidden>
${snippetField('')}
<h2>${labels.previewTitle}</h2>
<p>${labels.preview}</p>
<div id="preview" inert></div>
</div>
</details>`
}

/** Loads the script of the choices when they are opened; the page's policy allows no script in the page itself. */
export const openScript = `const choices = document.querySelector('#embed')
const load = () => import('/embed.js')
if (choices.open) load()
else choices.addEventListener('toggle', load, { once: true })
`
