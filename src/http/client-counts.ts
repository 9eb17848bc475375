import type { ClientRateLimitInfo, Store } from 'hono-rate-limiter'

interface ClientCountsOptions {
  /** Milliseconds for which a client's requests are counted together. */
  readonly window: number
  /** So many clients are counted at most, each in some 200 bytes. */
  readonly capacity: number
}

/**
 * Counts requests of clients in memory. Over the capacity the client whose count ends soonest is forgotten: who has so
 * many addresses gains nothing by it, and memory stays bounded. A client's key is kept for twice the window at most.
 */
export function createClientCounts({ window, capacity }: ClientCountsOptions): Store {
  /** In the order in which their windows began, so those that end first come first. */
  const clients = new Map<string, Required<ClientRateLimitInfo>>()

  const dropEnded = (now: number) => {
    for (const [key, { resetTime }] of clients) {
      if (resetTime.getTime() > now) return
      clients.delete(key)
    }
  }
  const begin = (key: string, now: number) => {
    const [soonest] = clients.keys()
    if (clients.size >= capacity && soonest !== undefined) clients.delete(soonest)
    const client = { totalHits: 0, resetTime: new Date(now + window) }
    clients.set(key, client)
    return client
  }
  release(setInterval(() => dropEnded(Date.now()), window))

  return {
    increment(key) {
      const now = Date.now()
      dropEnded(now)
      const client = clients.get(key) ?? begin(key, now)
      client.totalHits++
      return { ...client }
    },
    decrement(key) {
      const client = clients.get(key)
      if (client && client.totalHits > 0) client.totalHits--
    },
    resetKey: (key) => void clients.delete(key),
  }
}

/** In Node.js a timer is an object and keeps the process alive unless it is told not to; elsewhere it is a number. */
function release(timer: number | { unref?(): void }): void {
  if (typeof timer === 'object') timer.unref?.()
}
