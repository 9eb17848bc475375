import { html } from 'hono/html'
import type { GlossaryTerm } from '../../core/answer/glossary.ts'
import { labels } from './labels.ts'
import type { Markup } from './layout.ts'
import { datedText } from './metadata.ts'

/** Words of an answer's quotes, each with the quote that explains it; words of one explanation stand together. */
export function explainedWords(terms: readonly GlossaryTerm[]): Markup {
  if (terms.length === 0) return html``
  const sameQuote = (one: GlossaryTerm) => (other: GlossaryTerm) =>
    one.quote.sourceId === other.quote.sourceId &&
    one.quote.start === other.quote.start &&
    one.quote.end === other.quote.end
  const firsts = terms.filter((one, at) => terms.findIndex(sameQuote(one)) === at)
  return html`<details class="explained"><summary>${labels.explained}</summary>
<dl>
${firsts.map((first) => explanation(terms.filter(sameQuote(first))))}</dl>
</details>`
}

function explanation(terms: readonly GlossaryTerm[]): Markup {
  const [{ quote, source }] = terms as [GlossaryTerm]
  const names = terms.map(({ term }) => term).join(', ')
  const place = `${source.readerUrl}?start=${quote.start}&end=${quote.end}#quote`
  const audience = source.audience ? `, ${labels.audience[source.audience]}` : ''
  return html`<div><dt>${names}</dt>
<dd><q cite="${source.url ?? place}">${quote.text}</q> <span class="told"><cite>${source.title}</cite>, ${datedText(source)}${audience}. <a href="${place}" target="_blank">${labels.seeExplanation(names)}</a></span></dd></div>
`
}
