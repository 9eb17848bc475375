import { html } from 'lit'
import type { Failure } from '../api/failure.ts'
import type { Exchange } from '../conversation/exchange.ts'
import type { Strings } from '../i18n/strings.ts'
import type { ViewContext } from './context.ts'

export function failureText(failure: Failure, { failure: texts }: Strings): string {
  return 'seconds' in failure ? texts[failure.kind](failure.seconds) : texts[failure.kind]
}

/** Seconds until the question may be asked again; 0 if at once. */
export function secondsToWait({ failure, failedAt }: Pick<Exchange, 'failure' | 'failedAt'>, now: number): number {
  if (!failure || !('seconds' in failure)) return 0
  return Math.max(0, failure.seconds - Math.floor((now - failedAt) / 1000))
}

export function failureView(exchange: Exchange, context: ViewContext) {
  const { strings, actions, now } = context
  if (!exchange.failure) return null
  const wait = secondsToWait(exchange, now)
  const press = () => (wait > 0 ? undefined : actions.retry(exchange))
  // Disabled for real it would lose the focus, and a screen reader its place.
  return html`<div class="failure" part="failure">
    <p>${failureText(exchange.failure, strings)}</p>
    <button class="button" aria-disabled=${wait > 0} @click=${press}>
      ${wait > 0 ? strings.tryAgainIn(wait) : strings.tryAgain}
    </button>
  </div>`
}
