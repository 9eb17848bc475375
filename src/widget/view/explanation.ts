import { html } from 'lit'
import { datedText } from '../i18n/dates.ts'
import type { OpenExplanation, ViewContext } from './context.ts'
import { languageOf } from './language.ts'
import { sourceLink } from './source-link.ts'

/** Words of a source that explain a word of a quote, below that quote. */
export function explanationView(explanation: OpenExplanation, context: ViewContext) {
  const { strings, glossary, actions } = context
  const { term } = explanation
  const source = glossary?.sources.get(term.quote.sourceId)
  if (!source) return null
  return html`<aside class="explanation" id="explanation" part="explanation" aria-label=${strings.explained(term.term)}>
    <p class="label">${strings.explained(term.term)}</p>
    <blockquote lang=${languageOf(source)} dir="auto"><p>${term.quote.text}</p></blockquote>
    <p class="origin">
      <cite lang=${languageOf(source)} dir="auto">${source.title}</cite> · ${datedText(source, strings)} · ${sourceLink(source, term.quote, context)}
    </p>
    <button class="plain" @click=${() => actions.explain(explanation)}>${strings.closeExplanation}</button>
  </aside>`
}
