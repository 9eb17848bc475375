import { html, nothing } from 'lit'
import type { Notice } from '../api/wire.ts'
import type { Strings } from '../i18n/strings.ts'
import { safeHref } from './links.ts'

/** @param language of the reply: only urgent notices are in it. @returns BCP 47 tag */
export const noticeLanguage = (severity: Notice['severity'], language?: string) =>
  severity === 'urgent' && language ? language : 'en'

/**
 * @param language of an urgent notice, where that is not English
 */
export function noticeView({ severity, text, actions }: Notice, strings: Strings, language?: string) {
  return html`<div class="notice ${severity}" part="notice notice-${severity}">
    <p><strong>${strings.severity[severity]}:</strong> <span lang=${noticeLanguage(severity, language)} dir="auto">${text}</span></p>
    ${actions.length > 0 ? html`<ul class="actions">${actions.map((action) => actionView(action))}</ul>` : nothing}
  </div>`
}

function actionView({ label, href }: Notice['actions'][number]) {
  const address = safeHref(href)
  if (!address) return nothing
  const isPage = address.startsWith('http')
  return html`<li>
    <a
      class="call"
      lang="en"
      dir="auto"
      href=${address}
      target=${isPage ? '_blank' : nothing}
      rel=${isPage ? 'noopener noreferrer' : nothing}
      >${label}</a
    >
  </li>`
}
