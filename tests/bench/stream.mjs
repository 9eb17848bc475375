import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { start } from './load.mjs'
import { cycle, readSet } from './questions.mjs'

const ROUNDS = 400
const WARM_UP = 20
/** As many as may wait for an answer, less one. */
const CROWD = 99
const rows = readSet('dev')
const questions = rows.filter(({ kind }) => kind === 'answer').map(({ question }) => question)
/** Their replies are made by the screening alone. */
const alarms = rows.filter(({ kind }) => kind === 'safety').map(({ question }) => question)

/** How soon a stream begins, and what becomes of work that nobody waits for. Times in milliseconds. */
export async function benchStream() {
  const server = await start({})
  const { screened, first, whole, json } = await measureFirst(server.url)
  const stayed = await measureCrowd(server.url, false)
  const left = await measureCrowd(server.url, true)
  await server.stop()
  return {
    'JSON reply made by the screening, ms p50 / p99': shown(screened),
    'first event of a stream, ms p50 / p99': shown(first),
    'whole stream, ms p50 / p99': shown(whole),
    'JSON reply of the same questions, ms p50 / p99': shown(json),
    'first event after the screening, ms p50 / p99': `${fixed(at(first, 50) - at(screened, 50))} / ${fixed(at(first, 99) - at(screened, 99))}`,
    [`next answer behind ${CROWD} streams that are read, ms`]: fixed(stayed),
    [`next answer behind ${CROWD} streams that were left, ms`]: fixed(left),
  }
}

/** In turn, so that all meet the same noise. */
async function measureFirst(url) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const [question, alarm] = [cycle(questions), cycle(alarms)]
  const times = { screened: [], first: [], whole: [], json: [] }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const text = question()
    const stream = await send(url, agent, text, 'text/event-stream')
    const reply = await send(url, agent, text, 'application/json')
    const screened = await send(url, agent, alarm(), 'application/json')
    if (round < 0) continue
    times.first.push(stream.first)
    times.whole.push(stream.whole)
    times.json.push(reply.whole)
    times.screened.push(screened.whole)
  }
  agent.destroy()
  return times
}

/** How long one more question takes when so many streams have begun, whose clients stay or leave. */
async function measureCrowd(url, leave) {
  const question = cycle(questions)
  const crowd = await Promise.all(
    Array.from({ length: CROWD }, () => open(url, false, question(), 'text/event-stream')),
  )
  await Promise.all(crowd.map(({ response }) => once(response, 'data')))
  for (const { sent, response } of crowd) leave ? sent.destroy() : response.resume()
  if (leave) await pause(20)
  const { whole } = await send(url, false, question(), 'application/json')
  for (const { sent } of crowd) sent.destroy()
  return whole
}

async function send(url, agent, message, accept) {
  const started = performance.now()
  const { response } = await open(url, agent, message, accept)
  let first = 0
  response.on('data', () => {
    first ||= performance.now() - started
  })
  await once(response, 'end')
  return { first, whole: performance.now() - started }
}

async function open(url, agent, message, accept) {
  const body = JSON.stringify({ message })
  const headers = { accept, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const sent = request(`${url}/api/chat`, { method: 'POST', agent, headers })
  sent.on('error', () => {})
  sent.end(body)
  const [response] = await once(sent, 'response')
  response.on('error', () => {})
  return { sent, response }
}

const at = (times, percent) => times.toSorted((a, b) => a - b)[Math.floor(((times.length - 1) * percent) / 100)]
const fixed = (ms) => ms.toFixed(1)
const shown = (times) => `${fixed(at(times, 50))} / ${fixed(at(times, 99))}`
