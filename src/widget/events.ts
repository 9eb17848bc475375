/** What the host page is told. No event holds a word of the conversation: host pages keep logs. */
export interface QuotewellEvents {
  readonly open: Record<string, never>
  readonly close: Record<string, never>
  readonly ask: Record<string, never>
  readonly answer: { readonly status: string; readonly quotes: number }
  readonly error: { readonly kind: string }
  readonly reset: Record<string, never>
}

/** Fires `quotewell-<name>`, which bubbles. */
export function dispatch<Name extends keyof QuotewellEvents>(
  element: HTMLElement,
  name: Name,
  detail: QuotewellEvents[Name],
): void {
  element.dispatchEvent(new CustomEvent(`quotewell-${name}`, { detail, bubbles: true, composed: true }))
}
