import { html } from 'hono/html'
import { MAX_MESSAGE_CHARS } from '../schemas/text.ts'
import { labels } from './labels.ts'
import type { Markup } from './layout.ts'
import type { Site } from './site.ts'

export type FormFault = 'blank' | 'tooLong' | 'unreadable'

/** Name of the fields that carry earlier messages, oldest first: the server keeps none. */
export const EARLIER = 'earlier'

/** @param earlier messages of this conversation, oldest first */
function earlierFields(earlier: readonly string[]): Markup {
  return html`${earlier.map((message) => html`<input type="hidden" name="${EARLIER}" value="${message}">\n`)}`
}

/**
 * The question form. It never shows what was sent before: a shared screen should not either.
 * @param earlier messages of this conversation, oldest first, so that what follows on them is understood
 */
export function questionForm(
  { hint }: Pick<Site, 'hint'>,
  fault: FormFault | null,
  earlier: readonly string[] = [],
): Markup {
  const error = fault ? html`<p class="error" id="message-error">${labels[fault]}</p>` : ''
  const description = fault ? 'message-hint message-error' : 'message-hint'
  const state = fault ? html` aria-invalid="true" autofocus` : ''
  return html`<form class="ask" method="post" action="/#answer">
<h1><label for="message">${labels.question}</label></h1>
<p class="hint" id="message-hint">${hint}</p>
${error}
<textarea id="message" name="message" rows="3" required maxlength="${MAX_MESSAGE_CHARS}" autocomplete="off" aria-describedby="${description}"${state}></textarea>
${earlierFields(earlier)}<button type="submit">${labels.ask}</button>
${earlier.length > 0 ? html`<p class="again"><a href="/">${labels.startAgain}</a> <span class="hint">${labels.startAgainHint}</span></p>` : ''}</form>`
}

/** Questions to ask with one press. @param earlier as for the question form */
export function suggestionForm(suggestions: readonly string[], earlier: readonly string[] = []): Markup {
  if (suggestions.length === 0) return html``
  return html`<form class="suggestions" method="post" action="/#answer" aria-labelledby="suggestions">
${earlierFields(earlier)}<h3 id="suggestions">${labels.suggestions}</h3>
<ul>
${suggestions.map((text) => html`<li><button type="submit" name="message" value="${text}">${text}</button></li>`)}
</ul>
</form>`
}
