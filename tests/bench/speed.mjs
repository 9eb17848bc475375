import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '../../dist/core/answer/engine.js'
import { readCorpus } from '../../dist/node/corpus-files.js'
import { ingest } from '../../dist/node/ingest.js'
import { openParts } from '../../dist/node/open-engine.js'
import { withAllCores } from '../../dist/node/parallel-embedder.js'
import { silent } from '../../dist/node/progress.js'
import { startServer } from '../../dist/node/server.js'
import { readSettings } from '../../dist/node/settings.js'
import { cycle, readSet } from './questions.mjs'
import { shareOfScreening } from './screening-share.mjs'

const CONCURRENCY = 8
const ROUNDS = 400
/** Until V8 has compiled the way through the server, too. */
const WARM_UP = 300

/** One question's embedding, whole messages, index build, start-up and memory. Times are medians, in milliseconds. */
export async function benchSpeed() {
  const settings = { ...readSettings(process.env), port: 0, host: '127.0.0.1' }
  const parts = await openParts(settings, silent)
  const { embedder } = parts
  const engine = createEngine(parts)
  const server = await startServer(settings, Promise.resolve(engine))
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY })
  const messages = readSet('dev')
    .filter(({ kind }) => kind === 'answer')
    .map(({ question }) => question)

  const works = {
    embed: (text) => embedder.embed([text]),
    engine: (text) => engine.answer({ message: text, history: [], country: null, maxQuotes: 3 }),
    http: (text) => post(server.url, agent, text),
  }
  const { embed, engine: message, http } = await interleave(messages, works)
  const shares = []
  for (const work of [works.engine, works.http]) shares.push(await shareOfScreening(() => repeat(messages, work)))
  const concurrent = await measureConcurrent(server.url, agent, messages)
  agent.destroy()
  await server.stop()
  const round = (value) => Number(value.toFixed(2))
  return {
    'embedding one question, ms p50': round(embed),
    'a chat message in the engine, ms p50': round(message),
    'a chat message over HTTP, 1 at a time, ms p50': round(http),
    'screening for danger, share of a message in the engine, over HTTP': shares
      .map((share) => share.toFixed(3))
      .join(', '),
    'message (engine) / embedding': round(message / embed),
    'message (HTTP) / embedding': round(http / embed),
    [`a chat message over HTTP, ${CONCURRENCY} at a time, ms p50`]: round(concurrent.p50),
    [`messages a second, ${CONCURRENCY} at a time`]: round(concurrent.rate),
    'index build of the default corpus, s': round(await measureBuild(settings, embedder)),
    ...(await measureStart()),
  }
}

/**
 * Medians of works done in turn on the same text, so that all meet the same caches and the same noise: by itself, the
 * model keeps the caches to itself and looks faster than it is beside anything else.
 */
async function interleave(texts, works) {
  const next = cycle(texts)
  const times = Object.fromEntries(Object.keys(works).map((name) => [name, []]))
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const text = next()
    for (const [name, work] of Object.entries(works)) {
      const started = performance.now()
      await work(text)
      if (round >= 0) times[name].push(performance.now() - started)
    }
  }
  const medianOf = (all) => all.sort((a, b) => a - b)[all.length >> 1]
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, medianOf(all)]))
}

async function repeat(texts, work) {
  const next = cycle(texts)
  for (let round = 0; round < ROUNDS; round++) await work(next())
}

function post(url, agent, message) {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ message })
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const sent = request(`${url}/api/chat`, { method: 'POST', agent, headers }, (response) => {
      response
        .resume()
        .on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`HTTP ${response.statusCode}`))))
    })
    sent.on('error', reject).end(body)
  })
}

async function measureConcurrent(url, agent, messages) {
  const next = cycle(messages)
  const latencies = []
  const started = performance.now()
  const worker = async () => {
    while (latencies.length < ROUNDS) {
      const sent = performance.now()
      await post(url, agent, next())
      latencies.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, worker))
  latencies.sort((a, b) => a - b)
  return { p50: latencies[latencies.length >> 1], rate: (latencies.length / (performance.now() - started)) * 1000 }
}

async function measureBuild({ corpus, model }, embedder) {
  const folder = await mkdtemp(join(tmpdir(), 'quotewell-bench-'))
  const started = performance.now()
  const files = await readCorpus(corpus)
  await withAllCores(embedder, model, (parallel) => ingest(files, folder, parallel))
  const seconds = (performance.now() - started) / 1000
  await rm(folder, { recursive: true })
  return seconds
}

/** A process of its own, so that its memory is the server's alone. */
async function measureStart() {
  const started = performance.now()
  const cli = new URL('../../dist/node/cli.js', import.meta.url).pathname
  const child = spawn(process.execPath, [cli, 'start'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const url = await new Promise((resolve) => child.stdout.once('data', (line) => resolve(/http:\S+/.exec(line)[0])))
  const listening = performance.now() - started
  const agent = new Agent()
  await post(url, agent, 'How rare is it?')
  const answered = performance.now() - started
  for (const question of readSet('dev')) await post(url, agent, question.question)
  const memory = await residentMegabytes(child.pid)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  return {
    'start to listening, ms': Math.round(listening),
    'start to first answer, ms': Math.round(answered),
    'resident memory after 100 messages, MB': memory,
  }
}

async function residentMegabytes(pid) {
  const { readFile } = await import('node:fs/promises')
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1]
  return kilobytes ? Math.round(Number(kilobytes) / 1024) : '–'
}
