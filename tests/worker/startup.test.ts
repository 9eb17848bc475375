import { expect, test } from 'vitest'
import type { Engine } from '../../src/core/answer/reply.ts'
import { createLazyStartup } from '../../src/worker/startup.ts'
import { createEngine } from '../http/harness.ts'

/** Loads as the test says, at the times that it says. */
function startup() {
  const loads: PromiseWithResolvers<Engine>[] = []
  const faults: unknown[] = []
  const clock = { now: 1_000_000 }
  const lazy = createLazyStartup({
    load: () => {
      const load = withResolvers<Engine>()
      loads.push(load)
      return load.promise
    },
    onFault: (error) => void faults.push(error),
    now: () => clock.now,
  })
  const kept: Promise<unknown>[] = []
  return { lazy, loads, faults, clock, begin: () => lazy.begin((loading) => void kept.push(loading)), kept }
}

interface PromiseWithResolvers<Value> {
  readonly promise: Promise<Value>
  resolve(value: Value): void
  reject(error: unknown): void
}

function withResolvers<Value>(): PromiseWithResolvers<Value> {
  let resolve: (value: Value) => void = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<Value>((keep, drop) => {
    resolve = keep
    reject = drop
  })
  return { promise, resolve, reject }
}

test('nothing is loaded before it begins', async () => {
  const { lazy, loads } = startup()
  expect(lazy.current()).toBeNull()
  expect(await lazy.wait(1_000)).toBeNull()
  expect(loads).toHaveLength(0)
})

test('all who wait get the same engine', async () => {
  const { lazy, loads, begin, kept } = startup()
  const engine = createEngine()
  begin()
  begin()
  const waiting = [lazy.wait(10_000), lazy.wait(10_000)]
  loads[0]?.resolve(engine)
  expect(await Promise.all(waiting)).toEqual([engine, engine])
  begin()
  expect([loads.length, kept.length]).toEqual([1, 1])
})

test('a failed load is told once and tried again after five seconds', async () => {
  const { lazy, loads, faults, clock, begin, kept } = startup()
  begin()
  const waiting = lazy.wait(10_000)
  loads[0]?.reject(new Error('gone'))
  expect(await waiting).toBeNull()
  await Promise.all(kept)
  clock.now += 4_999
  begin()
  expect([loads.length, faults.length]).toEqual([1, 1])
  clock.now += 1
  begin()
  const engine = createEngine()
  loads[1]?.resolve(engine)
  expect(await lazy.wait(10_000)).toBe(engine)
})

test('a load that hangs is given up after half a minute, and no sooner', async () => {
  const { lazy, loads, clock, begin } = startup()
  begin()
  clock.now += 29_999
  begin()
  expect(loads).toHaveLength(1)
  clock.now += 1
  begin()
  const engine = createEngine()
  loads[1]?.resolve(engine)
  expect(await lazy.wait(10_000)).toBe(engine)
})
