import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import type { Engine } from '../../src/core/answer/reply.ts'
import type { RequestRecord } from '../../src/http/request-record.ts'
import { createLog } from '../../src/node/log.ts'
import { startServer } from '../../src/node/server.ts'
import { readSettings } from '../../src/node/settings.ts'
import { createEngine } from '../http/harness.ts'
import { readEvents } from '../http/read-events.ts'

/** A server whose engine answers once it is released, as `answer` does. */
async function startHeld(work = () => {}) {
  const engine = createEngine()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const answer: Engine['answer'] = async (request) => {
    work()
    const answer = await engine.answer(request)
    await held
    return answer
  }
  const records: RequestRecord[] = []
  const failures: unknown[] = []
  const log = {
    ...createLog('silent'),
    request: (record: RequestRecord) => void records.push(record),
    failure: (error: unknown) => void failures.push(error),
  }
  const server = await startServer(readSettings({ PORT: '0' }), Promise.resolve({ ...engine, answer }), { log })
  onTestFinished(() => server.stop())
  return { ...server, asked: engine.asked, records, failures, release: () => release() }
}

function stream(url: string, message: string): ClientRequest {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' }
  const sent = request(`${url}/api/chat`, { method: 'POST', agent: false, headers })
  sent.on('error', () => {})
  sent.end(JSON.stringify({ message }))
  return sent
}

async function begun(sent: ClientRequest) {
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  response.setEncoding('utf8')
  response.on('error', () => {})
  const [first] = (await once(response, 'data')) as [string]
  return { response, first }
}

async function readRest(response: IncomingMessage): Promise<string> {
  let rest = ''
  for await (const part of response) rest += part
  return rest
}

test('a client that hangs up in the middle of a stream frees its place, and its answer is never begun', async () => {
  const { url, asked, records, failures, release } = await startHeld()
  const first = await begun(stream(url, 'egg 1'))
  const waiting = stream(url, 'egg 2')
  expect((await begun(waiting)).first).toContain('"searching"')
  waiting.destroy()
  while (!records.some(({ status }) => status === 499)) await fetch(`${url}/api/health`)
  release()
  const events = readEvents(first.first + (await readRest(first.response)))
  expect(events.at(-1)?.event).toBe('done')
  expect(asked.map(({ message }) => message)).toEqual(['egg 1'])
  expect(failures).toEqual([])
})

test('a client that hangs up while its own answer is made harms nobody', async () => {
  const { url, asked, records, failures, release } = await startHeld()
  const sent = stream(url, 'egg 1')
  await begun(sent)
  while (asked.length === 0) await fetch(`${url}/api/health`)
  sent.destroy()
  const next = await begun(stream(url, 'egg 2'))
  release()
  expect(readEvents(next.first + (await readRest(next.response))).at(-1)?.event).toBe('done')
  expect(records.filter(({ route }) => route === '/api/chat').map(({ status }) => status)).toEqual([499, 200])
  expect(failures).toEqual([])
})

/** Reads a stream in a thread of its own, and sets the shared flag once something of it has come. */
const READER = `
const { workerData: { url, flag }, parentPort } = require('node:worker_threads')
const headers = { 'content-type': 'application/json', accept: 'text/event-stream' }
fetch(url, { method: 'POST', headers, body: '{"message":"egg"}' }).then(async (response) => {
  const parts = []
  for await (const part of response.body) {
    parts.push(Buffer.from(part).toString())
    Atomics.store(flag, 0, 1)
    Atomics.notify(flag, 0)
  }
  parentPort.postMessage(parts)
})`

test('the first event has arrived before the engine takes the thread', async () => {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  let waited = ''
  const { url, release } = await startHeld(() => {
    // The model computes in the event loop's thread: nothing can be sent until this ends.
    waited = Atomics.wait(flag, 0, 0, 10_000)
  })
  release()
  const reader = new Worker(READER, { eval: true, workerData: { url: `${url}/api/chat`, flag } })
  onTestFinished(async () => void (await reader.terminate()))
  const [parts] = await once(reader, 'message')
  expect(waited).not.toBe('timed-out')
  expect(readEvents(parts[0]).map(({ event }) => event)).toEqual(['status'])
  expect(readEvents(parts.join('')).at(-1)?.event).toBe('done')
})
