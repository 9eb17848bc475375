import { expect, test } from 'vitest'
import type { Engine } from '../../src/core/answer/reply.ts'
import { createLiveEngine } from '../../src/node/live-engine.ts'
import { createEngine } from '../http/harness.ts'

const quick = createEngine()
const request = { message: 'x', history: [], country: null, maxQuotes: 3 }

/** Answers when it is let go, and tells how often it was asked. */
function createHeld() {
  const held: { go: () => void; fail: () => void }[] = []
  const engine: Engine = {
    sources: [],
    glossary: quick.glossary,
    answer: () =>
      new Promise((resolve, reject) =>
        held.push({ go: () => resolve(quick.answer(request)), fail: () => reject(new Error()) }),
      ),
    search: async () => [],
  }
  return { engine, held }
}
const isSettled = async (promise: Promise<unknown>) => {
  let settled = false
  promise.finally(() => (settled = true)).catch(() => {})
  await new Promise((resolve) => setImmediate(resolve))
  return settled
}

test('the old engine finishes what it has begun, the new one gets what comes', async () => {
  const [old, next] = [createHeld(), createHeld()]
  const live = createLiveEngine(old.engine)
  const first = live.engine.answer(request)
  const second = live.engine.answer(request)
  const retired = live.replace(next.engine)
  const third = live.engine.answer(request)
  expect([old.held.length, next.held.length]).toEqual([2, 1])

  old.held[0]?.go()
  await first
  expect(await isSettled(retired)).toBe(false)
  old.held[1]?.fail()
  await expect(second).rejects.toThrow()
  await retired
  expect(await isSettled(third)).toBe(false)
  next.held[0]?.go()
  await third
})

test('an engine that does nothing at the moment is retired at once', async () => {
  const live = createLiveEngine(createHeld().engine)
  await live.engine.search('x', 1)
  await live.replace(createHeld().engine)
})

test('the sources are those of the engine in place', async () => {
  const live = createLiveEngine(createHeld().engine)
  expect(live.engine.sources).toEqual([])
  await live.replace(quick)
  expect(live.engine.sources).toBe(quick.sources)
})
