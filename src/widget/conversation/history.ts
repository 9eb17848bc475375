import type { ChatReply, Turn } from '../api/wire.ts'
import type { Exchange } from './exchange.ts'

/** The server's limits. */
const MAX_TURNS = 20
const MAX_TURN_CHARS = 4000

/** The turns before the next message, as the server takes them: only questions that got a reply, the latest ones. */
export function toHistory(exchanges: readonly Pick<Exchange, 'asked' | 'reply'>[]): Turn[] {
  const turns = exchanges.flatMap(({ asked, reply }): Turn[] =>
    reply
      ? [
          { role: 'user', content: cut(asked) },
          { role: 'assistant', content: cut(told(reply)) },
        ]
      : [],
  )
  return turns.slice(-MAX_TURNS)
}

const told = ({ message, quotes }: ChatReply) => [message, ...quotes.map(({ text }) => text)].join('\n')

/** The limit may fall between the halves of a character, and the server takes no halves. */
function cut(text: string): string {
  const end = /[\ud800-\udbff]/.test(text.charAt(MAX_TURN_CHARS - 1)) ? MAX_TURN_CHARS - 1 : MAX_TURN_CHARS
  return text.slice(0, end)
}
