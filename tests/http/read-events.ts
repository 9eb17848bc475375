/** Server-sent events as the tests read them, by the rules of the HTML Standard, section 9.2.6. */
import { expect } from 'vitest'
import { type ChatEvent, chatEvent } from '../../src/http/schemas/chat-events.ts'

/** The events of a whole stream, each checked against the schema of its name. Comments are left out. */
export function readEvents(stream: string): ChatEvent[] {
  const blocks = stream.split('\n\n')
  expect(blocks.pop()).toBe('')
  return blocks.filter((block) => !block.startsWith(':')).map(readEvent)
}

function readEvent(block: string): ChatEvent {
  const [, event = '', data = ''] = /^event: (\w+)\ndata: (.+)$/.exec(block) ?? []
  const read = { event, data: JSON.parse(data) }
  expect(chatEvent.parse(read)).toEqual(read)
  return chatEvent.parse(read)
}

/** The JSON reply that the events tell, field by field in the order of the contract. */
export function joinEvents(events: readonly ChatEvent[]): object {
  const dataOf = (name: ChatEvent['event']) => events.filter(({ event }) => event === name).map(({ data }) => data)
  const outcome = dataOf('status').at(-1)
  return {
    ...outcome,
    quotes: dataOf('quote'),
    sources: dataOf('source'),
    notices: dataOf('notice'),
    disclaimers: dataOf('disclaimer'),
    suggestions: dataOf('suggestion').map((data) => ('text' in data ? data.text : null)),
  }
}
