import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { cycle, readSet } from './questions.mjs'

const SERVE = fileURLToPath(new URL('serve.mjs', import.meta.url))
const HEADERS = { 'content-type': 'application/json' }
const bodies = readSet('dev').map(({ question }) => JSON.stringify({ message: question }))

/**
 * Real questions from many connections at once to a server in its own process; then the same again, and a SIGTERM in
 * the middle.
 * @param {{seconds?: number, connections?: number, variables?: Record<string, string>}} options of each of both runs;
 *   variables are settings of the server
 */
export async function benchLoad({ seconds = 60, connections = 64, variables = {} } = {}) {
  const { statuses, errors, latency, rate, memory } = await measureSteady({ seconds, connections, variables })
  const { answered, lost, refused, code, ms } = await measureStop({ seconds: seconds / 2, connections, variables })
  const quarters = memory.map(({ rss, heapUsed }) => `${megabytes(rss)} / ${megabytes(heapUsed)}`)
  return {
    'seconds, connections': `${seconds}, ${connections}`,
    'replies by status': Object.entries(statuses)
      .map(([status, { count }]) => `${status}: ${count}`)
      .join(', '),
    'connection errors and timeouts': errors,
    'ms p50': latency.p50,
    'ms p99': latency.p99,
    'replies a second': rate,
    'RSS / heap after gc, MB: start, quarters': quarters.join(', '),
    'heap growth from the first to the last quarter, MB': megabytes(memory.at(-1).heapUsed - memory[1].heapUsed),
    'SIGTERM: answered before and after': answered,
    'SIGTERM: accepted, not answered': lost,
    'SIGTERM: not accepted': refused,
    'SIGTERM: exit code': code,
    'SIGTERM: ms to exit': ms,
  }
}

const megabytes = (bytes) => Math.round(bytes / 1024 ** 2)

/** Statuses, latencies in milliseconds, replies a second, and memory in bytes at the start and after each quarter. */
export async function measureSteady({ seconds, connections, variables }) {
  const server = await start(variables)
  const memory = [await server.readMemory()]
  const running = autocannon({
    url: `${server.url}/api/chat`,
    connections,
    duration: seconds,
    timeout: 60,
    // Each connection begins elsewhere in the list.
    setupClient: (client) => {
      const from = Math.floor(Math.random() * bodies.length)
      const inOrder = [...bodies.slice(from), ...bodies.slice(0, from)]
      client.setRequests(inOrder.map((body) => ({ method: 'POST', path: '/api/chat', headers: HEADERS, body })))
    },
  })
  for (let quarter = 1; quarter <= 4; quarter++) {
    await pause((seconds * 1000) / 4)
    memory.push(await server.readMemory())
  }
  const { statusCodeStats, errors, latency, requests } = await running
  await server.stop()
  return { statuses: statusCodeStats, errors, latency, rate: Math.round(requests.average), memory }
}

/**
 * What became of the requests around a SIGTERM. The server says `100 Continue` once it has read the headers of a
 * request: from then on it has accepted it. A connection that is closed before, between two requests, loses nothing.
 */
export async function measureStop({ seconds, connections, variables }) {
  const server = await start(variables)
  const next = cycle(bodies)
  const counts = { answered: 0, lost: 0, refused: 0 }
  const ask = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    let fate = 'answered'
    while (fate === 'answered') {
      fate = await fateOf(server.url, agent, next())
      counts[fate]++
    }
    agent.destroy()
  }
  const asking = Array.from({ length: connections }, ask)
  await pause(seconds * 1000)
  const signalled = performance.now()
  const code = await server.stop()
  const ms = Math.round(performance.now() - signalled)
  await Promise.all(asking)
  return { ...counts, code, ms }
}

/** @returns {Promise<'answered' | 'lost' | 'refused'>} lost: accepted, and no whole reply came */
function fateOf(url, agent, body) {
  return new Promise((resolve) => {
    const headers = { ...HEADERS, 'content-length': Buffer.byteLength(body), expect: '100-continue' }
    let isAccepted = false
    const fail = () => resolve(isAccepted ? 'lost' : 'refused')
    const sent = request(`${url}/api/chat`, { method: 'POST', agent, headers }, (response) => {
      response.on('error', fail).on('aborted', fail)
      response.resume().on('end', () => resolve('answered'))
    })
    sent.on('error', fail).on('continue', () => {
      isAccepted = true
      sent.end(body)
    })
    sent.flushHeaders()
  })
}

/** A server on a free port, which has answered once. */
export async function start(variables) {
  const child = fork(SERVE, ['start'], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', QUOTEWELL_RATE_LIMIT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(([code]) => code)
  const printed = once(child.stdout, 'data').then(([line]) => /http:\S+/.exec(line)?.[0])
  const url = await Promise.race([printed, ended.then(() => undefined)])
  if (url === undefined) throw new Error('The server ended before it listened.')
  await fetch(`${url}/api/chat`, { method: 'POST', headers: HEADERS, body: bodies[0] })
  return {
    url,
    async readMemory() {
      child.send('memory')
      const [memory] = await once(child, 'message')
      return memory
    },
    /** @returns {Promise<number>} the exit code */
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
