/** By what a script that runs, or could run, would show itself. */
import type { BrowserContext, Page } from 'playwright-core'

/** Everything by which a script that runs would show itself. */
export function watch(context: BrowserContext): string[] {
  const signs: string[] = []
  context.on('dialog', (dialog) => {
    signs.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', (request) => void (/evil\.example|^data:/.test(request.url()) && signs.push(request.url())))
  context.on(
    'console',
    (message) => void (message.type() === 'error' && /script/i.test(message.text()) && signs.push(message.text())),
  )
  return signs
}

/** Elements and attributes that could run something. */
export const active = (page: Page) =>
  page.evaluate(() => {
    const tree = document.querySelector('quotewell-chat')?.shadowRoot ?? document
    return [...tree.querySelectorAll('*')].flatMap(({ tagName, attributes }) => {
      const bad = [...attributes].filter(
        ({ name, value }) =>
          /^on|^srcdoc$|^style$/.test(name) ||
          (/^(href|src|action|cite)$/.test(name) && /^\W*(javascript|data|vbscript):/i.test(value)),
      )
      const element =
        /^(script|iframe|object|embed|img|base|meta|link|style|math)$/i.test(tagName) &&
        !(tree === document && /^meta$/i.test(tagName))
      return element || bad.length > 0 ? [tagName, ...bad.map(({ name }) => name)] : []
    })
  })

/** Runs in the page. @returns how many were answered */
export async function askAll(messages: readonly string[]): Promise<number> {
  const chat = document.querySelector('quotewell-chat') as HTMLElement & { ask(question: string): boolean }
  let answered = 0
  for (const message of messages) {
    const done = new Promise((resolve) => {
      chat.addEventListener('quotewell-answer', () => resolve(answered++), { once: true })
      chat.addEventListener('quotewell-error', resolve, { once: true })
    })
    if (chat.ask(message)) await done
  }
  return answered
}
