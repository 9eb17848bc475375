import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClientCounts } from '../../src/http/client-counts.ts'

const WINDOW = 60_000
beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

test('counts each client for a window, then from the start again', async () => {
  const counts = createClientCounts({ window: WINDOW, capacity: 10 })
  expect(counts.increment('a')).toEqual({ totalHits: 1, resetTime: new Date(WINDOW) })
  await vi.advanceTimersByTimeAsync(WINDOW - 1)
  expect(counts.increment('a')).toEqual({ totalHits: 2, resetTime: new Date(WINDOW) })
  expect(counts.increment('b')).toEqual({ totalHits: 1, resetTime: new Date(2 * WINDOW - 1) })
  await vi.advanceTimersByTimeAsync(1)
  expect(counts.increment('a')).toEqual({ totalHits: 1, resetTime: new Date(2 * WINDOW) })
  expect(counts.increment('b')).toMatchObject({ totalHits: 2 })
})

test('takes a count back, but never below none', async () => {
  const counts = createClientCounts({ window: WINDOW, capacity: 10 })
  await counts.increment('a')
  for (const key of ['a', 'a', 'nobody']) await counts.decrement(key)
  expect(counts.increment('a')).toMatchObject({ totalHits: 1 })
  await counts.resetKey('a')
  expect(counts.increment('a')).toMatchObject({ totalHits: 1 })
})

test('over the capacity forgets the client whose window ends first, and only that one', async () => {
  const counts = createClientCounts({ window: WINDOW, capacity: 3 })
  for (const key of ['a', 'b', 'a', 'c', 'd']) {
    await counts.increment(key)
    await vi.advanceTimersByTimeAsync(1)
  }
  for (const [key, totalHits] of [
    ['b', 2],
    ['c', 2],
    ['d', 2],
    ['a', 1],
  ] as const) {
    expect(counts.increment(key)).toMatchObject({ totalHits })
  }
})

test('keeps no client longer than two windows, also where nobody comes any more', async () => {
  const remove = vi.spyOn(Map.prototype, 'delete')
  const counts = createClientCounts({ window: WINDOW, capacity: 3 })
  await vi.advanceTimersByTimeAsync(1)
  await counts.increment('kept-address')
  await vi.advanceTimersByTimeAsync(2 * WINDOW - 1)
  expect(remove).toHaveBeenCalledWith('kept-address')
  remove.mockRestore()
})
