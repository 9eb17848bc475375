/** The pages at `/`: the question form, alone or with what came of it. */
import { html } from 'hono/html'
import type { GlossaryTerm } from '../../core/answer/glossary.ts'
import type { Answer, Notice } from '../../core/answer/reply.ts'
import type { Refusal } from '../admission.ts'
import { MAX_TURNS } from '../schemas/chat-request.ts'
import { embedSection } from './embed-section.ts'
import { explainedWords } from './explained.ts'
import { type FormFault, questionForm, suggestionForm } from './form.ts'
import { labels } from './labels.ts'
import { type Markup, page } from './layout.ts'
import { quoteList } from './quotes.ts'
import type { Site } from './site.ts'

/**
 * The chat element, and inside it the form for where no script runs: the element never shows what is inside it.
 * @param defaultCountry of requests that name none
 */
export function startPage(site: Site, defaultCountry: string | null): Markup {
  const main = html`${greetingOf(site)}<quotewell-chat heading-level="1">${questionForm(site, null)}</quotewell-chat>
${embedSection(defaultCountry)}`
  return page({ site, title: site.title, main, script: ['/widget.js', '/embed/open.js'] })
}

const greetingOf = ({ greeting }: Site) => (greeting ? html`<p class="greeting">${greeting}</p>` : '')

/** The form alone, with what is wrong where something is. @param earlier as for `questionForm` */
export function formPage(site: Site, fault: FormFault, earlier: readonly string[] = []): Markup {
  const title = `${labels.errorTitle}: ${site.title}`
  return page({ site, title, main: html`${greetingOf(site)}${questionForm(site, fault, earlier)}` })
}

/** Why there is no answer for the moment, and the form to ask again. @param earlier as for `questionForm` */
export function laterPage(site: Site, refusal: Refusal | 'too-many-requests', earlier: readonly string[] = []): Markup {
  const main = html`<p class="status" role="status">${labels.later[refusal]}</p>${questionForm(site, null, earlier)}`
  return page({ site, title: site.title, main })
}

interface Around {
  /** The words of the quotes that the sources explain. */
  readonly explained?: readonly GlossaryTerm[]
  /** The messages before this one, oldest first. */
  readonly earlier?: readonly string[]
}

/** @param asked the message, trimmed; shown, so no cache may keep the page */
export function answerPage(
  site: Site,
  answer: Answer,
  asked: string,
  { explained = [], earlier = [] }: Around = {},
): Markup {
  const sofar = [...earlier, asked].slice(-MAX_TURNS)
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
${suggestionForm(answer.suggestions, sofar)}
</section>`
  const form = questionForm(site, null, sofar)
  // Nobody in danger should have to look for what to do below a form.
  const main = answer.status === 'safety' ? html`${section}${form}` : html`${form}${section}`
  return page({ site, title: `${labels.answer} – ${site.title}`, main, disclaimers: answer.disclaimers })
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
