/** The pages at `/`: the question form, alone or with what came of it. */
import { html } from 'hono/html'
import type { GlossaryTerm } from '../../core/answer/glossary.ts'
import type { Answer, Notice } from '../../core/answer/reply.ts'
import type { Refusal } from '../admission.ts'
import { explainedWords } from './explained.ts'
import { type FormFault, questionForm, suggestionForm } from './form.ts'
import { labels } from './labels.ts'
import { type Markup, page } from './layout.ts'
import { quoteList } from './quotes.ts'

/** The chat element, and inside it the form for where no script runs: the element never shows what is inside it. */
export function startPage(): Markup {
  const main = html`<quotewell-chat heading-level="1">${questionForm(null)}</quotewell-chat>`
  return page({ title: labels.site, main, script: '/widget.js' })
}

/** The form alone, with what is wrong where something is. */
export function formPage(fault: FormFault): Markup {
  return page({ title: `${labels.errorTitle}: ${labels.site}`, main: questionForm(fault) })
}

/** Why there is no answer for the moment, and the form to ask again. */
export function laterPage(refusal: Refusal): Markup {
  const main = html`<p class="status" role="status">${labels.later[refusal]}</p>${questionForm(null)}`
  return page({ title: labels.site, main })
}

/**
 * @param asked the message, trimmed; shown, so no cache may keep the page
 * @param explained the words of the quotes that the sources explain
 */
export function answerPage(answer: Answer, asked: string, explained: readonly GlossaryTerm[] = []): Markup {
  const urgent = answer.notices.filter(({ severity }) => severity === 'urgent')
  const others = answer.notices.filter(({ severity }) => severity !== 'urgent')
  const section = html`<section class="answer" id="answer" tabindex="-1" aria-labelledby="answer-title">
<h2 id="answer-title">${labels.answer}</h2>
${urgent.length > 0 ? [html`<p class="message"${languageOf(answer)}>${answer.message}</p>`, ...urgent.map((notice) => noticeBox(notice, answer))] : ''}
<p class="asked"><b>${labels.youAsked}</b> <bdi>${asked}</bdi></p>
${urgent.length > 0 ? '' : html`<p class="message"${languageOf(answer)}>${answer.message}</p>`}
${others.map((notice) => noticeBox(notice, answer))}
${quoteList(answer)}
${explainedWords(explained)}
${suggestionForm(answer.suggestions)}
</section>`
  const form = questionForm(null)
  // Nobody in danger should have to look for what to do below a form.
  const main = answer.status === 'safety' ? html`${section}${form}` : html`${form}${section}`
  return page({ title: `${labels.answer} – ${labels.site}`, main, disclaimers: answer.disclaimers })
}

/** A screen reader needs the language, a right-to-left script its direction. */
const languageOf = ({ language }: Answer) => (language ? html` lang="${language}" dir="auto"` : '')

function noticeBox({ severity, text, actions }: Notice, answer: Answer): Markup {
  const links = actions.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)
  return html`<div class="notice ${severity}" role="${severity === 'urgent' ? 'alert' : 'note'}">
<p><strong>${labels.severity[severity]}:</strong> ${answer.language ? html`<span${languageOf(answer)}>${text}</span>` : text}</p>
${links.length > 0 ? html`<ul>${links}</ul>` : ''}
</div>`
}
