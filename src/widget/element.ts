import { html, LitElement, type PropertyValues } from 'lit'
import { ask } from './api/chat.ts'
import { type Glossary, loadGlossary, loadSettings, type ServerSettings } from './api/lookups.ts'
import { type Announcement, announce, SILENT } from './conversation/announce.ts'
import { createConversation } from './conversation/conversation.ts'
import { type Exchange, isSearching } from './conversation/exchange.ts'
import { forget, recall, remember } from './conversation/memory.ts'
import { toMessage } from './conversation/message.ts'
import { dispatch } from './events.ts'
import { stringsFor } from './i18n/locales.ts'
import { copyText } from './paper/clipboard.ts'
import { openPaper } from './paper/paper.ts'
import { toPlainText } from './paper/plain-text.ts'
import { ownServer, serverAddress } from './server-address.ts'
import { standingDisclaimers } from './standing.ts'
import { answer } from './style/answer.ts'
import { colourRules, colours } from './style/colours.ts'
import { frame } from './style/frame.ts'
import { bubbleView, syncDialog } from './view/bubble.ts'
import type { OpenExplanation, ViewContext } from './view/context.ts'
import { secondsToWait } from './view/failure.ts'
import { type FrameOptions, faultText, frameView } from './view/frame.ts'

/** Where most readers tap, a focused field would cover the answer with a keyboard. */
const isTouched = () => matchMedia('(pointer: coarse)').matches

/** The product's own name, where the operator chose none, tells a reader less than what to do here. */
const titleOf = ({ title }: ServerSettings) => (title === 'Quotewell' ? undefined : title)

/** `<quotewell-chat>`. Its attributes, methods, events, parts and custom properties are told in docs/EMBEDDING.md. */
export class QuotewellChat extends LitElement {
  static override styles = [colours, frame, answer]
  static override properties = {
    server: { type: String },
    mode: { type: String },
    theme: { type: String },
    locale: { type: String },
    heading: { type: String },
    headingLevel: { type: Number, attribute: 'heading-level' },
    greeting: { type: String },
    label: { type: String },
    placeholder: { type: String },
    starters: { type: String },
    country: { type: String },
    maxQuotes: { type: Number, attribute: 'max-quotes' },
    remember: { type: Boolean },
    open: { type: Boolean, reflect: true },
  }

  /** Address of the server; unless told, the one that the script came from. */
  declare server: string | null
  declare mode: 'inline' | 'bubble' | null
  declare theme: 'light' | 'dark' | 'auto' | null
  /** BCP 47 tag; unless told, the nearest `lang` of the page. */
  declare locale: string | null
  declare heading: string | null
  /** 1 to 5, where it stands in the page's outline; 2 unless told. Questions are one lower. */
  declare headingLevel: number | null
  declare greeting: string | null
  /** On the button of the bubble. */
  declare label: string | null
  declare placeholder: string | null
  /** Questions to start with, separated by `|`. */
  declare starters: string | null
  /** ISO 3166-1 alpha-2, for the numbers to call. */
  declare country: string | null
  /** 1 to 5. */
  declare maxQuotes: number | null
  /** Whether the conversation outlives a reload, in this tab. */
  declare remember: boolean
  /** Of the bubble. */
  declare open: boolean

  #conversation = createConversation({
    ask: (request, options) => ask(this.#server, { ...request, ...this.#extras }, options),
    onChange: (exchange) => this.#heard(exchange),
  })
  #announcement: Announcement = SILENT
  #explanation: OpenExplanation | null = null
  #fault: FrameOptions['fault'] = null
  /** What came of a press on a tool. */
  #note: ViewContext['note'] = null
  #settings: ServerSettings = {}
  #glossary: Glossary | null = null
  /** The operator's colours; a sheet, for a strict policy of the host page forbids style elements. */
  #palette = new CSSStyleSheet()
  /** Ends what was begun, when the element leaves the page. */
  #life = new AbortController()
  #lookedUp = { settings: false, glossary: false }
  #ticking: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.remember = false
    this.open = false
  }

  get #server(): string {
    return (this.server ? serverAddress(this.server) : null) ?? ownServer
  }

  get #extras() {
    const { country, maxQuotes } = this
    const isCountry = country !== null && country !== undefined && /^[a-z]{2}$/i.test(country)
    return { ...(isCountry ? { country } : {}), ...(maxQuotes ? { maxQuotes } : {}) }
  }

  get #strings() {
    return stringsFor(this.locale || this.closest<HTMLElement>('[lang]')?.lang || 'en')
  }

  get #isBubble(): boolean {
    return this.mode === 'bubble'
  }

  /** Asks a question as if it had been typed. @returns false if it can't be sent, or another one is under way */
  ask(question: string): boolean {
    const sent = toMessage(question)
    return 'message' in sent && this.#send(sent.message)
  }

  /** Forgets the conversation. */
  reset(): void {
    this.#conversation.reset()
    forget()
    this.#explanation = null
    this.#fault = null
    this.#announcement = { ...SILENT, polite: this.#strings.startedAgain }
    this.requestUpdate()
    dispatch(this, 'reset', {})
  }

  /** Opens the bubble. */
  show(): void {
    this.open = true
  }

  /** Closes the bubble. */
  hide(): void {
    this.open = false
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot()
    if (root instanceof ShadowRoot) root.adoptedStyleSheets.push(this.#palette)
    return root
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#life = new AbortController()
    if (this.hasAttribute('remember') && this.#conversation.exchanges().length === 0) {
      this.#conversation.restore(recall())
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life.abort()
    this.#lookedUp = { settings: false, glossary: false }
    clearTimeout(this.#ticking)
    this.#conversation.interrupt()
  }

  /** The first picture in a task of its own: the one before has read the script, and a slow phone needs air between. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await new Promise((resolve) => setTimeout(resolve))
    await super.scheduleUpdate()
  }

  override render() {
    const { locale, direction } = this.#strings
    const scheme = this.theme === 'light' || this.theme === 'dark' ? this.theme : 'auto'
    return html`<div class="root ${scheme}" lang=${locale} dir=${direction} @keydown=${this.#onKey}>
      ${this.#isBubble ? this.#bubble() : frameView(this.#frameOptions())}
    </div>`
  }

  #bubble() {
    const { heading } = this.#frameOptions()
    return bubbleView({
      label: this.label || this.#strings.open,
      title: heading,
      isOpen: this.open,
      frame: frameView(this.#frameOptions()),
      onOpen: () => this.show(),
      onClosed: () => this.hide(),
    })
  }

  #frameOptions(): FrameOptions {
    const strings = this.#strings
    const exchanges = this.#conversation.exchanges()
    const told = exchanges.findLast(({ reply }) => reply)?.reply?.disclaimers.map(({ text }) => text)
    return {
      context: this.#context(),
      exchanges,
      heading: this.heading || titleOf(this.#settings) || strings.heading,
      greeting: this.greeting || this.#settings.greeting || strings.greeting,
      placeholder: this.placeholder || strings.placeholder,
      starters: (this.starters ?? '')
        .split('|')
        .map((starter) => starter.trim())
        .filter(Boolean),
      disclaimers: told ?? this.#settings.disclaimers ?? standingDisclaimers,
      announcement: this.#announcement,
      fault: this.#fault,
      onSubmit: (typed) => this.#submit(typed),
      onStartAgain: () => this.#startAgain(),
      onClose: this.#isBubble ? () => this.hide() : undefined,
    }
  }

  #context(): ViewContext {
    return {
      strings: this.#strings,
      headingLevel: this.headingLevel ?? 2,
      server: this.#server,
      glossary: this.#glossary,
      explanation: this.#explanation,
      note: this.#note,
      now: Date.now(),
      isBusy: this.#conversation.isBusy(),
      actions: {
        ask: (message) => void (this.ask(message) && this.#focusLast()),
        retry: ({ id }) => {
          this.#conversation.retry(id)
          this.#focus(`exchange-${id}`)
        },
        reveal: ({ id }, n) => {
          this.#conversation.reveal(id, n)
          this.#keep()
          this.requestUpdate()
          this.#focus(`quote-${id}-${n}`)
        },
        explain: (explanation) => this.#explain(explanation),
        copy: (exchange) => void this.#copy(exchange),
        print: () => this.#print(),
      },
    }
  }

  #submit(typed: string): void {
    const field = this.#find<HTMLTextAreaElement>('message')
    const sent = toMessage(typed)
    if ('fault' in sent) {
      this.#fault = { kind: sent.fault, chars: typed.trim().length }
      this.#say(faultText(this.#fault, this.#strings))
      field?.focus()
      return
    }
    if (!this.#send(sent.message)) return
    if (field) field.value = ''
    if (isTouched()) this.#focusLast()
  }

  #send(message: string): boolean {
    const exchange = this.#conversation.ask(message)
    if (!exchange) {
      this.#say(this.#strings.oneAtATime)
      return false
    }
    this.#fault = null
    this.#note = null
    this.#explanation = null
    this.requestUpdate()
    dispatch(this, 'ask', {})
    void this.updateComplete.then(() => this.#scrollTo(`exchange-${exchange.id}`))
    return true
  }

  #heard(exchange: Exchange): void {
    this.#announcement = announce(exchange, this.#strings)
    this.requestUpdate()
    if (isSearching(exchange)) return
    const { reply, failure } = exchange
    if (reply) {
      this.#keep()
      dispatch(this, 'answer', { status: reply.status, quotes: reply.quotes.length })
      if (reply.quotes.length > 0) void this.#lookUpGlossary()
    }
    if (failure) dispatch(this, 'error', { kind: failure.kind })
    // What to do in danger comes before anything else, the question too.
    const isUrgent = reply?.status === 'safety'
    void this.updateComplete.then(() => this.#scrollTo(`${isUrgent ? 'answer' : 'exchange'}-${exchange.id}`))
  }

  /** Shown for all to see, below the last answer's tools. */
  #tell(exchange: number, text: string): void {
    this.#note = { exchange, text }
    this.#say(text)
  }

  #say(polite: string): void {
    this.#announcement = { ...SILENT, polite }
    this.requestUpdate()
  }

  #keep(): void {
    if (this.remember) remember(this.#conversation.kept())
  }

  #explain(explanation: OpenExplanation): void {
    const { exchange, quote, term } = explanation
    const open = this.#explanation
    const isSame = open?.exchange === exchange && open.quote === quote && open.term === term
    this.#explanation = isSame ? null : explanation
    this.#announcement = { ...SILENT, polite: isSame ? '' : term.quote.text }
    const opener = this.renderRoot.querySelector<HTMLElement>('.term[aria-expanded="true"]')
    this.requestUpdate()
    if (isSame) opener?.focus()
  }

  async #copy(exchange: Exchange): Promise<void> {
    const pressed = this.shadowRoot?.activeElement
    const isCopied = await copyText(toPlainText(exchange, this.#strings, this.#server))
    if (pressed instanceof HTMLElement) pressed.focus()
    this.#tell(exchange.id, isCopied ? this.#strings.copied : this.#strings.notCopied)
  }

  #print(): void {
    const exchanges = this.#conversation.exchanges()
    const isOpened = openPaper({ exchanges, strings: this.#strings, server: this.#server, now: new Date() })
    if (!isOpened) this.#tell(exchanges.at(-1)?.id ?? 0, this.#strings.notOpened)
  }

  #startAgain(): void {
    this.reset()
    const field = this.#find<HTMLTextAreaElement>('message')
    if (field) field.value = ''
    this.#focusStart()
  }

  async #lookUpSettings(): Promise<void> {
    if (this.#lookedUp.settings) return
    this.#lookedUp.settings = true
    this.#settings = await loadSettings(this.#server, this.#life.signal)
    const { theme } = this.#settings
    if (theme) this.#palette.replaceSync(colourRules(theme.light, theme.dark))
    this.requestUpdate()
  }

  async #lookUpGlossary(): Promise<void> {
    if (this.#lookedUp.glossary) return
    this.#lookedUp.glossary = true
    this.#glossary = await loadGlossary(this.#server, this.#life.signal)
    this.requestUpdate()
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#isBubble || this.open) void this.#lookUpSettings()
    const dialog = this.renderRoot.querySelector('dialog')
    if (dialog && changed.has('open')) this.#openOrClose(dialog, changed.get('open') === true)
    this.#tick()
  }

  #openOrClose(dialog: HTMLDialogElement, wasOpen: boolean): void {
    syncDialog(dialog, this.open)
    if (this.open) {
      this.#focusStart()
      dispatch(this, 'open', {})
    } else if (wasOpen) {
      this.#find('launcher')?.focus()
      dispatch(this, 'close', {})
    }
  }

  /** Once a second while a question may not be asked again yet, so that the button says for how long. */
  #tick(): void {
    clearTimeout(this.#ticking)
    const waits = this.#conversation.exchanges().some((exchange) => secondsToWait(exchange, Date.now()) > 0)
    if (waits && this.isConnected) this.#ticking = setTimeout(() => this.requestUpdate(), 1000)
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return
    if (this.#explanation) this.#explain(this.#explanation)
    else if (this.#isBubble && this.open) this.hide()
    else return
    // The host page's own dialog, if the chat is in one, stays open; so does ours where only an explanation closed.
    event.preventDefault()
    event.stopPropagation()
  }

  #find<Found extends HTMLElement>(id: string): Found | null {
    return this.renderRoot.querySelector<Found>(`#${id}`)
  }

  #focus(id: string): void {
    void this.updateComplete.then(() => this.#find(id)?.focus({ preventScroll: true }))
  }

  #focusLast(): void {
    const last = this.#conversation.exchanges().at(-1)
    if (last) this.#focus(`exchange-${last.id}`)
  }

  #focusStart(): void {
    if (!isTouched()) this.#find('message')?.focus({ preventScroll: true })
    else this.renderRoot.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true })
  }

  /** Brings a question to the top of the log, so that its answer is read from the beginning. */
  #scrollTo(id: string): void {
    const log = this.renderRoot.querySelector<HTMLElement>('.log')
    const target = this.#find(id)
    if (!log || !target) return
    if (getComputedStyle(log).overflowY === 'auto') log.scrollTop = target.offsetTop
    else target.scrollIntoView({ block: 'nearest' })
  }
}
