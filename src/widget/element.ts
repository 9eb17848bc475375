import { html, type PropertyValues } from 'lit'
import { createKnown } from './api/known.ts'
import { ChatAttributes, isBubble, serverOf, stringsOf } from './attributes.ts'
import { createChat } from './chat.ts'
import { dispatch } from './events.ts'
import { frameOptions } from './frame-options.ts'
import { answer } from './style/answer.ts'
import { colourRules, colours } from './style/colours.ts'
import { frame } from './style/frame.ts'
import { bubbleView, syncDialog } from './view/bubble.ts'
import { secondsToWait } from './view/failure.ts'
import { frameView } from './view/frame.ts'
import { createPlaces } from './view/places.ts'

/** `<quotewell-chat>`. Its attributes, methods, events, parts and custom properties are told in docs/EMBEDDING.md. */
export class QuotewellChat extends ChatAttributes {
  static override styles = [colours, frame, answer]

  #places = createPlaces(this)
  #known = createKnown(
    () => serverOf(this),
    () => this.#learned(),
  )
  #chat = createChat(this, this.#places, this.#known)
  /** The operator's colours; a sheet, for a strict policy of the host page forbids style elements. */
  #palette = new CSSStyleSheet()
  #ticking: ReturnType<typeof setTimeout> | undefined

  /** Asks a question as if it had been typed. @returns false if it can't be sent, or another one is under way */
  ask(question: string): boolean {
    return this.#chat.ask(question)
  }

  /** Forgets the conversation. */
  reset(): void {
    this.#chat.reset()
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
    this.#known.begin()
    if (this.hasAttribute('remember')) this.#chat.recall()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#known.end()
    clearTimeout(this.#ticking)
    this.#chat.conversation.interrupt()
  }

  /** The first picture in a task of its own: the one before has read the script, and a slow phone needs air between. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await new Promise((resolve) => setTimeout(resolve))
    await super.scheduleUpdate()
  }

  override render() {
    const { locale, direction, open } = stringsOf(this)
    const scheme = this.theme === 'light' || this.theme === 'dark' ? this.theme : 'auto'
    const options = frameOptions(this, this.#chat, this.#known, {
      onStartAgain: () => this.#startAgain(),
      onClose: () => this.hide(),
    })
    const inside = frameView(options)
    const bubble = () =>
      bubbleView({
        label: this.label || open,
        title: options.heading,
        isOpen: this.open,
        frame: inside,
        onOpen: () => this.show(),
        onClosed: () => this.hide(),
      })
    return html`<div class="root ${scheme}" lang=${locale} dir=${direction} @keydown=${this.#onKey}>
      ${isBubble(this) ? bubble() : inside}
    </div>`
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!isBubble(this) || this.open) void this.#known.lookUpSettings()
    const dialog = this.renderRoot.querySelector('dialog')
    if (dialog && changed.has('open')) this.#openOrClose(dialog, changed.get('open') === true)
    this.#tick()
  }

  #learned(): void {
    const { theme } = this.#known.settings()
    if (theme) this.#palette.replaceSync(colourRules(theme.light, theme.dark))
    this.requestUpdate()
  }

  #startAgain(): void {
    this.reset()
    const field = this.#places.field()
    if (field) field.value = ''
    this.#places.focusStart()
  }

  #openOrClose(dialog: HTMLDialogElement, wasOpen: boolean): void {
    syncDialog(dialog, this.open)
    if (this.open) {
      this.#places.focusStart()
      dispatch(this, 'open', {})
    } else if (wasOpen) {
      this.#places.find('launcher')?.focus()
      dispatch(this, 'close', {})
    }
  }

  /** Once a second while a question may not be asked again yet, so that the button says for how long. */
  #tick(): void {
    clearTimeout(this.#ticking)
    const exchanges = this.#chat.conversation.exchanges()
    const waits = exchanges.some((exchange) => secondsToWait(exchange, Date.now()) > 0)
    if (waits && this.isConnected) this.#ticking = setTimeout(() => this.requestUpdate(), 1000)
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return
    const { explanation } = this.#chat.shown()
    if (explanation) this.#chat.explain(explanation)
    else if (isBubble(this) && this.open) this.hide()
    else return
    // The host page's own dialog, if the chat is in one, stays open; so does ours where only an explanation closed.
    event.preventDefault()
    event.stopPropagation()
  }
}
