import { html, nothing } from 'lit'
import type { Announcement } from '../conversation/announce.ts'
import type { Exchange } from '../conversation/exchange.ts'
import { MAX_MESSAGE_CHARS, type MessageFault } from '../conversation/message.ts'
import type { ViewContext } from './context.ts'
import { exchangeView, suggestionList } from './exchange.ts'

export interface FrameOptions {
  readonly context: ViewContext
  readonly exchanges: readonly Exchange[]
  readonly heading: string
  readonly greeting: string
  readonly placeholder: string
  /** Questions to start with. */
  readonly starters: readonly string[]
  readonly disclaimers: readonly string[]
  readonly announcement: Announcement
  /** What is wrong with what was typed, and how long that is. */
  readonly fault: { readonly kind: MessageFault; readonly chars: number } | null
  readonly onSubmit: (typed: string) => void
  readonly onStartAgain: () => void
  /** Absent: it can't be closed. */
  readonly onClose?: (() => void) | undefined
}

/** Everything but what opens it. */
export function frameView(options: FrameOptions) {
  const { context, exchanges, heading } = options
  const { strings } = context
  // The dialog around it has the name already.
  return html`<section class="frame" part="panel" aria-label=${options.onClose ? nothing : heading}>
    ${header(options)}
    <div class="log" part="log" role="log" aria-live="off" aria-label=${strings.conversation} tabindex="0">
      ${intro(options)} ${exchanges.map((exchange, at) => exchangeView(exchange, at === exchanges.length - 1, context))}
    </div>
    ${composer(options)}
    <div class="disclaimers" part="disclaimers" role="note" aria-label=${strings.disclaimers}>
      ${options.disclaimers.map((text) => html`<p lang="en" dir="auto">${text}</p> `)}
    </div>
    ${liveRegions(options.announcement)}
  </section>`
}

function header({ context: { strings, headingLevel }, exchanges, heading, onStartAgain, onClose }: FrameOptions) {
  return html`<header part="header">
    <h2 aria-level=${headingLevel}>${heading}</h2>
    ${exchanges.length > 0 ? html`<button class="plain" id="start-again" @click=${onStartAgain}>${strings.startAgain}</button>` : nothing}
    ${onClose ? html`<button class="close" id="close" aria-label=${strings.close} title=${strings.close} @click=${onClose}>${cross}</button>` : nothing}
  </header>`
}

const cross = html`<svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round">
  <path d="M2 2l12 12M14 2L2 14" />
</svg>`

function intro({ context, exchanges, greeting, starters }: FrameOptions) {
  const { strings } = context
  return html`<div class="intro">
    <p class="greeting">${greeting}</p>
    ${exchanges.length === 0 ? html`<ol class="steps" role="list">${strings.steps.map((step) => html`<li>${step}</li>`)}</ol>` : nothing}
    <p class="privacy">${strings.privacy}</p>
    ${exchanges.length === 0 && starters.length > 0 ? suggestionList(strings.starters, starters, context) : nothing}
  </div>`
}

function composer({ context: { strings, isBusy }, placeholder, fault, onSubmit }: FrameOptions) {
  const submit = (event: Event) => {
    event.preventDefault()
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('message') as HTMLTextAreaElement
    onSubmit(field.value)
  }
  return html`<form class="composer" part="composer" novalidate @submit=${submit}>
    ${fault ? html`<p class="fault" id="fault">${faultText(fault, strings)}</p>` : nothing}
    <label class="heard" for="message">${strings.question}</label>
    <textarea
      id="message"
      name="message"
      part="input"
      rows="1"
      dir="auto"
      autocomplete="off"
      enterkeyhint="send"
      placeholder=${placeholder}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault ? 'fault' : nothing}
      @keydown=${sendOnEnter}
    ></textarea>
    <button class="send" part="send" type="submit" aria-disabled=${isBusy}>${strings.ask}</button>
  </form>`
}

export function faultText(
  { kind, chars }: NonNullable<FrameOptions['fault']>,
  strings: ViewContext['strings'],
): string {
  return kind === 'blank' ? strings.blank : strings.tooLong(chars, MAX_MESSAGE_CHARS)
}

/** Shift with it makes a new line; while a word is being composed, as in Japanese, Enter only ends the word. */
function sendOnEnter(event: KeyboardEvent) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  ;(event.currentTarget as HTMLTextAreaElement).form?.requestSubmit()
}

/** Apart from the log, so that what is said is short, and old answers are never read again. */
function liveRegions({ polite, urgent, language }: Announcement) {
  return html`<div class="heard" id="status" role="status">${polite}</div>
    <div class="heard" id="alert" role="alert" lang=${language ?? 'en'}>${urgent}</div>`
}
