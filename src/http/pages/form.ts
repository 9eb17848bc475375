import { html } from 'hono/html'
import { MAX_MESSAGE_CHARS } from '../schemas/text.ts'
import { labels } from './labels.ts'
import type { Markup } from './layout.ts'
import type { Site } from './site.ts'

export type FormFault = 'blank' | 'tooLong' | 'unreadable'

/** The question form. It never shows what was sent before: a shared screen should not either. */
export function questionForm({ hint }: Pick<Site, 'hint'>, fault: FormFault | null): Markup {
  const error = fault ? html`<p class="error" id="message-error">${labels[fault]}</p>` : ''
  const description = fault ? 'message-hint message-error' : 'message-hint'
  const state = fault ? html` aria-invalid="true" autofocus` : ''
  return html`<form class="ask" method="post" action="/#answer">
<h1><label for="message">${labels.question}</label></h1>
<p class="hint" id="message-hint">${hint}</p>
${error}
<textarea id="message" name="message" rows="3" required maxlength="${MAX_MESSAGE_CHARS}" autocomplete="off" aria-describedby="${description}"${state}></textarea>
<button type="submit">${labels.ask}</button>
</form>`
}

/** Questions to ask with one press. */
export function suggestionForm(suggestions: readonly string[]): Markup {
  if (suggestions.length === 0) return html``
  return html`<form class="suggestions" method="post" action="/#answer" aria-labelledby="suggestions">
<h3 id="suggestions">${labels.suggestions}</h3>
<ul>
${suggestions.map((text) => html`<li><button type="submit" name="message" value="${text}">${text}</button></li>`)}
</ul>
</form>`
}
