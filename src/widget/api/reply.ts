import type { ChatReply } from './wire.ts'

type Outcome = Pick<ChatReply, 'id' | 'status' | 'language' | 'message' | 'question'>

/** The lists of a reply, by the events that carry their entries. */
const LISTS = {
  notice: 'notices',
  quote: 'quotes',
  source: 'sources',
  suggestion: 'suggestions',
  disclaimer: 'disclaimers',
} as const

const isList = (event: string | undefined): event is keyof typeof LISTS => event !== undefined && event in LISTS

/** Puts the events of a stream together: they say exactly what the JSON reply says. */
export function collectReply() {
  const lists: Record<(typeof LISTS)[keyof typeof LISTS], unknown[]> = {
    notices: [],
    quotes: [],
    sources: [],
    suggestions: [],
    disclaimers: [],
  }
  let outcome: Outcome | null = null
  let done = false
  return {
    /** Unknown events are passed over: more may be added. */
    take(event: string | undefined, data: Record<string, unknown>): void {
      if (event === 'done') done = true
      else if (event === 'status' && data.status !== 'searching') outcome = data as unknown as Outcome
      else if (isList(event)) lists[LISTS[event]].push(event === 'suggestion' ? data.text : data)
    },
    /** The reply, or null where the stream was cut: then nothing of it may be shown but its notices. */
    whole(): ChatReply | null {
      return done && outcome ? ({ ...(outcome as Outcome), ...lists } as ChatReply) : null
    },
  }
}
