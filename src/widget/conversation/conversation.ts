/** What was asked and answered, and the one question that may be under way. */
import type { Outcome } from '../api/chat.ts'
import type { ChatReply, ChatRequest, Notice } from '../api/wire.ts'
import { type Exchange, isSearching, type KeptExchange } from './exchange.ts'
import { toHistory } from './history.ts'

/** An answer takes some 15 milliseconds, so after this long something is in its way. Milliseconds. */
const SLOW = 5_000

interface ConversationOptions {
  readonly ask: (
    request: Pick<ChatRequest, 'message' | 'history'>,
    options: { readonly signal: AbortSignal; readonly onNotice: (notice: Notice) => void },
  ) => Promise<Outcome>
  /** Is called at each step of an answer: asked, notice, slow, done, failed. */
  readonly onChange: (exchange: Exchange) => void
}

export function createConversation({ ask, onChange }: ConversationOptions) {
  let exchanges: readonly Exchange[] = []
  let underWay: AbortController | null = null
  let lastId = 0

  const find = (id: number) => exchanges.find((exchange) => exchange.id === id)

  function change(id: number, changed: Partial<Exchange>): void {
    const before = find(id)
    if (!before) return
    const after = { ...before, ...changed }
    exchanges = exchanges.map((exchange) => (exchange.id === id ? after : exchange))
    onChange(after)
  }

  function add(asked: string, reply: ChatReply | null = null, revealed: readonly number[] = []): Exchange {
    const exchange = { id: ++lastId, asked, early: [], reply, failure: null, failedAt: 0, slow: false, revealed }
    exchanges = [...exchanges, exchange]
    return exchange
  }

  async function send(id: number, message: string): Promise<void> {
    const controller = new AbortController()
    underWay = controller
    const { signal } = controller
    const history = toHistory(exchanges.filter((exchange) => exchange.id < id))
    const onNotice = (notice: Notice) => {
      if (!signal.aborted) change(id, { early: [...(find(id)?.early ?? []), notice] })
    }
    const late = setTimeout(() => change(id, { slow: true }), SLOW)
    const outcome = await ask({ message, history }, { signal, onNotice })
    clearTimeout(late)
    if (signal.aborted) return
    underWay = null
    change(id, { slow: false, failedAt: 'failure' in outcome ? Date.now() : 0, ...outcome })
  }

  function stop(): void {
    underWay?.abort()
    underWay = null
  }

  return {
    /** Oldest first. A new list after each change. */
    exchanges: () => exchanges,
    isBusy: () => underWay !== null,
    /** Nothing happens while another question is under way. @param message 1 to 2,000 UTF-16 code units, trimmed */
    ask(message: string): Exchange | null {
      if (underWay) return null
      const exchange = add(message)
      onChange(exchange)
      void send(exchange.id, message)
      return exchange
    },
    /** Asks a question again that got no answer. */
    retry(id: number): void {
      const exchange = find(id)
      if (underWay || !exchange?.failure) return
      change(id, { failure: null, early: [] })
      void send(id, exchange.asked)
    },
    /** Shows a quote with survival figures. */
    reveal(id: number, n: number): void {
      exchanges = exchanges.map((exchange) =>
        exchange.id === id ? { ...exchange, revealed: [...exchange.revealed, n] } : exchange,
      )
    },
    restore(kept: readonly KeptExchange[]): void {
      for (const { asked, reply, revealed } of kept) add(asked, reply, revealed)
    },
    kept: (): KeptExchange[] =>
      exchanges.flatMap(({ asked, reply, revealed }) => (reply ? [{ asked, reply, revealed }] : [])),
    /** Forgets everything, the question under way too. */
    reset(): void {
      stop()
      exchanges = []
    },
    /** Gives up the question under way; it can be asked again. */
    interrupt(): void {
      const searching = exchanges.find(isSearching)
      stop()
      if (searching) change(searching.id, { failure: { kind: 'cut' } })
    },
  }
}
