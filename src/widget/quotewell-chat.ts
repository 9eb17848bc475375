import { html, LitElement } from 'lit'

/** `<quotewell-chat>`: the chat as a custom element, for any page. */
export class QuotewellChat extends LitElement {
  override render() {
    return html`<section aria-label="Quotewell"></section>`
  }
}

if (!customElements.get('quotewell-chat')) customElements.define('quotewell-chat', QuotewellChat)
