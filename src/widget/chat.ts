/** What goes on in a chat, and what of it is shown, said and told to the host page. */
import { ask } from './api/chat.ts'
import type { Known } from './api/known.ts'
import { type ChatAttributes, extrasOf, serverOf, stringsOf } from './attributes.ts'
import { type Announcement, announce, SILENT } from './conversation/announce.ts'
import { createConversation } from './conversation/conversation.ts'
import { type Exchange, isSearching } from './conversation/exchange.ts'
import { forget, recall, remember } from './conversation/memory.ts'
import { type MessageFault, toMessage } from './conversation/message.ts'
import { dispatch } from './events.ts'
import { createTools } from './paper/tools.ts'
import type { OpenExplanation, ViewContext } from './view/context.ts'
import { faultText } from './view/frame.ts'
import { isTouched, type Places } from './view/places.ts'

interface Shown {
  readonly announcement: Announcement
  readonly explanation: OpenExplanation | null
  /** What is wrong with what was typed, and how long that is. */
  readonly fault: { readonly kind: MessageFault; readonly chars: number } | null
  /** What came of a press on a tool. */
  readonly note: ViewContext['note']
}

const NOTHING: Shown = { announcement: SILENT, explanation: null, fault: null, note: null }

export function createChat(element: ChatAttributes, places: Places, known: Known) {
  let shown = NOTHING
  const strings = () => stringsOf(element)
  const conversation = createConversation({
    ask: (request, options) => ask(serverOf(element), { ...request, ...extrasOf(element) }, options),
    onChange: hear,
  })
  const tools = createTools(element, conversation.exchanges, (exchange, text) => {
    show({ note: { exchange, text } })
    say(text)
  })

  function show(changed: Partial<Shown>): void {
    shown = { ...shown, ...changed }
    element.requestUpdate()
  }

  const say = (polite: string) => show({ announcement: { ...SILENT, polite } })

  const keep = () => void (element.remember && remember(conversation.kept()))

  function hear(exchange: Exchange): void {
    show({ announcement: announce(exchange, strings()) })
    if (isSearching(exchange)) return
    const { id, reply, failure } = exchange
    if (reply) {
      keep()
      dispatch(element, 'answer', { status: reply.status, quotes: reply.quotes.length })
      if (reply.quotes.length > 0) void known.lookUpGlossary()
    }
    if (failure) dispatch(element, 'error', { kind: failure.kind })
    // What to do in danger comes before anything else, the question too.
    places.scrollTo(`${reply?.status === 'safety' ? 'answer' : 'exchange'}-${id}`)
  }

  function send(message: string): boolean {
    const exchange = conversation.ask(message)
    if (!exchange) {
      say(strings().oneAtATime)
      return false
    }
    show({ fault: null, note: null, explanation: null })
    dispatch(element, 'ask', {})
    places.scrollTo(`exchange-${exchange.id}`)
    return true
  }

  function focusLast(): void {
    const last = conversation.exchanges().at(-1)
    if (last) places.focus(`exchange-${last.id}`)
  }

  return {
    shown: () => shown,
    conversation,
    tools,
    /** @returns false if it can't be sent, or another one is under way */
    ask(question: string): boolean {
      const sent = toMessage(question)
      return 'message' in sent && send(sent.message)
    },
    focusLast,
    submit(typed: string): void {
      const field = places.field()
      const sent = toMessage(typed)
      if ('fault' in sent) {
        const fault = { kind: sent.fault, chars: typed.trim().length }
        show({ fault })
        say(faultText(fault, strings()))
        field?.focus()
        return
      }
      if (!send(sent.message)) return
      if (field) field.value = ''
      if (isTouched()) focusLast()
    },
    retry({ id }: Exchange): void {
      conversation.retry(id)
      places.focus(`exchange-${id}`)
    },
    reveal({ id }: Exchange, n: number): void {
      conversation.reveal(id, n)
      keep()
      element.requestUpdate()
      places.focus(`quote-${id}-${n}`)
    },
    /** The same again closes it. */
    explain(explanation: OpenExplanation): void {
      const { exchange, quote, term } = explanation
      const open = shown.explanation
      const isSame = open?.exchange === exchange && open.quote === quote && open.term === term
      const opener = element.renderRoot.querySelector<HTMLElement>('.term[aria-expanded="true"]')
      show({ explanation: isSame ? null : explanation })
      say(isSame ? '' : term.quote.text)
      if (isSame) opener?.focus()
    },
    /** Forgets the conversation. */
    reset(): void {
      conversation.reset()
      forget()
      show({ explanation: null, fault: null })
      say(strings().startedAgain)
      dispatch(element, 'reset', {})
    },
    /** What was kept for a reload, unless there is a conversation. */
    recall(): void {
      if (conversation.exchanges().length === 0) conversation.restore(recall())
    },
  }
}

export type Chat = ReturnType<typeof createChat>
