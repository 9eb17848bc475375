import { QuotewellChat } from './element.ts'

// A page that loads the script twice keeps the first.
if (!customElements.get('quotewell-chat')) customElements.define('quotewell-chat', QuotewellChat)
