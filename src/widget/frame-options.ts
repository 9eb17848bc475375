import type { Known } from './api/known.ts'
import type { ServerSettings } from './api/lookups.ts'
import { type ChatAttributes, isBubble, serverOf, startersOf, stringsOf } from './attributes.ts'
import type { Chat } from './chat.ts'
import { standingDisclaimers } from './standing.ts'
import type { ViewContext } from './view/context.ts'
import type { FrameOptions } from './view/frame.ts'

/** The product's own name, where the operator chose none, tells a reader less than what to do here. */
const titleOf = ({ title }: ServerSettings) => (title === 'Quotewell' ? undefined : title)

/** What the frame shows: attributes go before the server's settings, and those before the element's own words. */
export function frameOptions(
  element: ChatAttributes,
  chat: Chat,
  known: Known,
  { onStartAgain, onClose }: Pick<FrameOptions, 'onStartAgain'> & { readonly onClose: () => void },
): FrameOptions {
  const strings = stringsOf(element)
  const settings = known.settings()
  const exchanges = chat.conversation.exchanges()
  const { announcement, fault } = chat.shown()
  const told = exchanges.findLast(({ reply }) => reply)?.reply?.disclaimers.map(({ text }) => text)
  return {
    context: viewContext(element, chat, known),
    exchanges,
    heading: element.heading || titleOf(settings) || strings.heading,
    greeting: element.greeting || settings.greeting || strings.greeting,
    placeholder: element.placeholder || strings.placeholder,
    starters: startersOf(element),
    disclaimers: told ?? settings.disclaimers ?? standingDisclaimers,
    announcement,
    fault,
    onSubmit: chat.submit,
    onStartAgain,
    onClose: isBubble(element) ? onClose : undefined,
  }
}

function viewContext(element: ChatAttributes, chat: Chat, known: Known): ViewContext {
  const { explanation, note } = chat.shown()
  const { retry, reveal, explain, tools } = chat
  return {
    strings: stringsOf(element),
    headingLevel: element.headingLevel ?? 2,
    server: serverOf(element),
    glossary: known.glossary(),
    explanation,
    note,
    now: Date.now(),
    isBusy: chat.conversation.isBusy(),
    actions: {
      ask: (message) => void (chat.ask(message) && chat.focusLast()),
      retry,
      reveal,
      explain,
      copy: (exchange) => void tools.copy(exchange),
      print: tools.print,
    },
  }
}
