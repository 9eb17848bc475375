/** From OpenAI's messages to a request of the contract. */
import type { ZodError } from 'zod'
import type { ChatRequest, Turn } from '../../core/answer/reply.ts'
import type { ChatCompletionMessage, ChatCompletionRequest } from '../schemas/chat-completion-request.ts'
import { chatRequest, MAX_TURN_CHARS, MAX_TURNS } from '../schemas/chat-request.ts'
import type { FieldFault } from './errors.ts'

interface PlacedTurn extends Turn {
  /** Place in `messages`. */
  readonly at: number
}

/**
 * The last message of the user is the question; of the turns before it the latest MAX_TURNS are the history. What an
 * assistant said is cut to the length of a turn; what a user said is never cut, because danger may be told in it.
 */
export function toQuestion(
  { messages, quotewell }: Pick<ChatCompletionRequest, 'messages' | 'quotewell'>,
  defaultCountry: string | null,
): { readonly request: ChatRequest } | { readonly fault: FieldFault } {
  const last = messages.findLastIndex(({ role }) => role === 'user')
  const question = messages[last]
  if (!question) return { fault: { code: 'invalid_value', param: 'messages', message: NO_QUESTION } }
  const history = messages.slice(0, last).flatMap(toTurns).slice(-MAX_TURNS)
  const turns = history.map(({ role, content }) => ({ role, content }))
  const { country: asked, maxQuotes } = quotewell ?? {}
  const parsed = chatRequest.safeParse({ message: textOf(question), history: turns, country: asked, maxQuotes })
  if (!parsed.success) return { fault: faultOf(parsed.error, last, history) }
  const { country = defaultCountry, ...rest } = parsed.data
  return { request: { ...rest, country } }
}

const NO_QUESTION = 'must hold a message with the role user: the last one is the question'

function toTurns(message: ChatCompletionMessage, at: number): PlacedTurn[] {
  if (message.role !== 'user' && message.role !== 'assistant') return []
  const content = textOf(message)
  if (content === '') return []
  return [{ role: message.role, at, content: message.role === 'user' ? content : cut(content) }]
}

/** An assistant's words may hold half a character at the cut, or anything else that some other model wrote. */
const cut = (text: string) => text.slice(0, MAX_TURN_CHARS).toWellFormed().replaceAll('\0', '')

function textOf(message: ChatCompletionMessage): string {
  const { content } = message
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.flatMap((part) => (typeof part.text === 'string' ? [part.text] : [])).join('\n')
}

function faultOf({ issues: [issue] }: ZodError, last: number, history: readonly PlacedTurn[]): FieldFault {
  const [field, turn] = issue?.path ?? []
  const at = field === 'history' ? history[Number(turn)]?.at : last
  return {
    code: issue?.code === 'too_big' ? 'context_length_exceeded' : 'invalid_value',
    param: `messages.${at}.content`,
    message: issue?.message ?? '',
  }
}
