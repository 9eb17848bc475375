import { type ChatAttributes, serverOf, stringsOf } from '../attributes.ts'
import type { Exchange } from '../conversation/exchange.ts'
import { copyText } from './clipboard.ts'
import { openPaper } from './paper.ts'
import { toPlainText } from './plain-text.ts'

/** Takes answers along. @param tell shows what came of it below an exchange, for all to see */
export function createTools(
  element: ChatAttributes,
  exchanges: () => readonly Exchange[],
  tell: (exchange: number, text: string) => void,
) {
  return {
    async copy(exchange: Exchange): Promise<void> {
      const strings = stringsOf(element)
      const pressed = element.shadowRoot?.activeElement
      const isCopied = await copyText(toPlainText(exchange, strings, serverOf(element)))
      if (pressed instanceof HTMLElement) pressed.focus()
      tell(exchange.id, isCopied ? strings.copied : strings.notCopied)
    },
    print(): void {
      const strings = stringsOf(element)
      const all = exchanges()
      const isOpened = openPaper({ exchanges: all, strings, server: serverOf(element), now: new Date() })
      if (!isOpened) tell(all.at(-1)?.id ?? 0, strings.notOpened)
    },
  }
}
