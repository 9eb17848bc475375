/** A conversation that outlives a reload of the page, in this tab only, where the host page asks for it. */
import type { KeptExchange } from './exchange.ts'

const KEY = 'quotewell-conversation'

/** Browsers that block storage throw at the first touch of it; then nothing is kept. */
function attempt<Result>(use: (storage: Storage) => Result): Result | null {
  try {
    return use(sessionStorage)
  } catch {
    return null
  }
}

export const remember = (exchanges: readonly KeptExchange[]) =>
  attempt((storage) => storage.setItem(KEY, JSON.stringify(exchanges)))

export const forget = () => attempt((storage) => storage.removeItem(KEY))

/** @returns `[]` where nothing was kept, or nothing that can be read */
export function recall(): KeptExchange[] {
  const kept = attempt((storage): unknown => JSON.parse(storage.getItem(KEY) ?? '[]'))
  return Array.isArray(kept) ? kept.filter(isKept) : []
}

/** The page's other scripts can write here, and an older version may have. */
function isKept(value: unknown): value is KeptExchange {
  const { asked, revealed, reply } = (value ?? {}) as Partial<Record<keyof KeptExchange, unknown>>
  const { question, message, ...rest } = (reply ?? {}) as Record<string, unknown>
  const lists = [revealed, rest.quotes, rest.sources, rest.notices, rest.disclaimers, rest.suggestions]
  return typeof asked === 'string' && typeof message === 'string' && !!question && lists.every(Array.isArray)
}
