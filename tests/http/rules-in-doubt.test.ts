import { describe, expect, test } from 'vitest'
import { findDanger, findDangerAlone } from '../../src/core/safety/danger/find-danger.ts'
import { plainWords } from '../../src/core/safety/plain-words.ts'
import type { ChatReply } from '../../src/http/schemas/chat-reply.ts'
import { createEngine, loaded, neverLoaded, testApp } from './harness.ts'
import { readEvents } from './read-events.ts'

/** A rule speaks, its words leave it in doubt: the engine is to decide. */
const MESSAGE = 'my legs went numb on the long flight'
const EVENTS = { Accept: 'text/event-stream' }

test('the message is one that the rules alone would believe, and the words beside an engine not', () => {
  expect(findDanger(plainWords(MESSAGE), [])).toEqual([])
  expect(findDangerAlone(plainWords(MESSAGE), []).map(({ flag }) => flag.id)).toEqual(['spinal-cord-pressure'])
})

test('an engine that is there decides', async () => {
  const { post, engine } = testApp()
  await post('/api/chat', { message: MESSAGE })
  expect(engine.asked.map(({ message }) => message)).toEqual([MESSAGE])
})

describe('where the engine does not load, the rules are believed', () => {
  const { post, ask } = testApp({ startup: neverLoaded() })

  test('in a reply', async () => {
    const response = await post('/api/chat', { message: MESSAGE })
    expect(response.status).toBe(200)
    const { status, notices, quotes } = (await response.json()) as ChatReply
    expect([status, notices.map(({ kind }) => kind), quotes]).toEqual(['safety', ['emergency'], []])
  })

  test('in a stream', async () => {
    const events = readEvents(await (await post('/api/chat', { message: MESSAGE }, EVENTS)).text())
    expect(events.filter(({ event }) => event === 'notice').map(({ data }) => data)).toMatchObject([
      { kind: 'emergency' },
    ])
    expect(events.at(-1)?.event).toBe('done')
  })

  test('on the page', async () => {
    const response = await ask(MESSAGE)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('emergency')
  })

  test('and nothing else gets a reply', async () => {
    expect((await post('/api/chat', { message: 'egg' })).status).toBe(503)
  })
})

describe('where the engine breaks, the rules are believed', () => {
  const errors: unknown[] = []
  const failure = new RangeError('broken')
  const startup = loaded({ ...createEngine(), answer: () => Promise.reject(failure) })
  const { post } = testApp({ startup, onError: (error) => void errors.push(error) })

  test('in a reply, and the error is told', async () => {
    const response = await post('/api/chat', { message: MESSAGE })
    expect(response.status).toBe(200)
    expect(((await response.json()) as ChatReply).status).toBe('safety')
    expect(errors).toEqual([failure])
  })

  test('in a stream', async () => {
    const events = readEvents(await (await post('/api/chat', { message: MESSAGE }, EVENTS)).text())
    expect(events.some(({ event }) => event === 'notice')).toBe(true)
    expect(events.at(-1)?.event).toBe('done')
  })

  test('and nothing else gets a reply', async () => {
    expect((await post('/api/chat', { message: 'egg' })).status).toBe(500)
  })
})
