import { html, type TemplateResult } from 'lit'

interface BubbleOptions {
  readonly label: string
  readonly title: string
  readonly isOpen: boolean
  readonly frame: TemplateResult
  readonly onOpen: () => void
  /** The browser closed it, by Escape or the back gesture. */
  readonly onClosed: () => void
}

/** The button in the corner, and the chat over the page. */
export function bubbleView({ label, title, isOpen, frame, onOpen, onClosed }: BubbleOptions) {
  return html`<button
      class="launcher"
      id="launcher"
      part="launcher"
      aria-haspopup="dialog"
      aria-expanded=${isOpen}
      @click=${onOpen}
    >
      ${icon}<span>${label}</span>
    </button>
    <dialog part="dialog" aria-label=${title} @close=${onClosed}>${frame}</dialog>`
}

/** Two speech marks: what the chat gives are quotes. */
const icon = html`<svg viewBox="0 0 24 24" aria-hidden="true" fill="currentColor">
  <path d="M4 17.5V12c0-3.3 1.6-5.6 4.8-6.5l.9 1.7C7.9 8 7 9.200 7 10.500h3.200v7zm9.800 0V12c0-3.300 1.600-5.600 4.800-6.500l.9 1.700c-1.800.8-2.700 2-2.700 3.300H20v7z" />
</svg>`

/** Opens or closes it; on a small screen the page behind can't be reached meanwhile. */
export function syncDialog(dialog: HTMLDialogElement, isOpen: boolean): void {
  if (dialog.open === isOpen) return
  if (!isOpen) dialog.close()
  else if (matchMedia('(max-width: 34em)').matches) dialog.showModal()
  else dialog.show()
}
