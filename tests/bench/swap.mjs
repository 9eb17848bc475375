import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { cycle } from './questions.mjs'

const CLI = fileURLToPath(new URL('../../dist/node/cli.js', import.meta.url))
const HEADERS = { 'content-type': 'application/json' }
const LINE = /^Quotewell answers from the new index/m

const source = (title, limb) =>
  `---\ntitle: ${title}\n---\n\n${Array.from({ length: 40 }, (_, at) => `A ${limb} of kind ${at} has ${at + 2} rays.`).join('\n\n')}\n`
const nextMessage = cycle(
  Array.from({ length: 40 }, (_, at) => `How many rays has a ${at % 2 ? 'fin' : 'wing'} of kind ${at}?`),
)

/**
 * A server under load while a source is taken out of its corpus and `index` is run: what became of the requests.
 * @param {{seconds?: number, connections?: number}} options before the removal, and again after the line that tells the
 *   new index
 */
export async function benchSwap({ seconds = 10, connections = 32 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'quotewell-swap-'))
  try {
    return await measure(folder, seconds, connections)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(folder, seconds, connections) {
  const corpus = await mkdtemp(join(folder, 'corpus-'))
  await writeFile(join(corpus, 'wings.md'), source('Wings', 'wing'))
  await writeFile(join(corpus, 'fins.md'), source('Fins', 'fin'))
  const server = await start({ QUOTEWELL_CORPUS: corpus, QUOTEWELL_INDEX: join(folder, 'index') })
  await send(server.url, undefined)

  const load = drive(server.url, connections)
  await pause(seconds * 1000)
  await unlink(join(corpus, 'fins.md'))
  const asked = performance.now()
  const code = await run(['index', '--corpus', corpus, '--index', join(folder, 'index')])
  const built = performance.now()
  await server.seen(LINE)
  const swapped = performance.now()
  await pause(seconds * 1000)
  const replies = await load.end()
  await server.stop()

  const quotesFins = ({ reply }) => reply?.quotes?.some(({ sourceId }) => sourceId === 'fins') ?? false
  const before = replies.filter(({ ended }) => ended < asked)
  const after = replies.filter(({ sent }) => sent > swapped)
  return {
    connections: connections,
    requests: replies.length,
    'failed requests': replies.filter(({ status }) => status !== 200).length,
    'quoting the source, before its removal': before.filter(quotesFins).length,
    'asked after the line': after.length,
    'quoting the source, asked after the line': after.filter(quotesFins).length,
    'lines that tell of it': server.output().match(new RegExp(LINE, 'gm'))?.length ?? 0,
    'index, exit code': code,
    'ms to build under load': Math.round(built - asked),
    'ms from the end of the build to the line': Math.round(swapped - built),
    'longest reply, ms': Math.round(Math.max(...replies.map(({ sent, ended }) => ended - sent))),
  }
}

/** Asks without a pause on each connection until told to end. */
function drive(url, connections) {
  let isOver = false
  const replies = []
  const ask = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (!isOver) replies.push(await send(url, agent))
    agent.destroy()
  }
  const asking = Array.from({ length: connections }, ask)
  return {
    async end() {
      isOver = true
      await Promise.all(asking)
      return replies
    },
  }
}

function send(url, agent) {
  const sent = performance.now()
  const body = JSON.stringify({ message: nextMessage() })
  return new Promise((resolve) => {
    const settle = (status, reply) => resolve({ status, reply, sent, ended: performance.now() })
    const headers = { ...HEADERS, 'content-length': Buffer.byteLength(body) }
    const asked = request(`${url}/api/chat`, { method: 'POST', agent, headers }, async (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      response.on('error', () => settle('cut off')).on('end', () => settle(response.statusCode, JSON.parse(text)))
    })
    asked.on('error', (error) => settle(error.code)).end(body)
  })
}

async function run(args) {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: 'ignore' })
  const [code] = await once(child, 'exit')
  return code
}

async function start(variables) {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', QUOTEWELL_RATE_LIMIT: '0', ...variables }
  const child = spawn(process.execPath, [CLI, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk
  })
  const seen = async (pattern) => {
    while (!pattern.test(output)) {
      if (child.exitCode !== null) throw new Error('The server ended.')
      await Promise.race([once(child.stdout, 'data'), ended])
    }
    return pattern.exec(output)[0]
  }
  const url = /http\S+/.exec(await seen(/http:\S+\n/))[0]
  return {
    url,
    seen,
    output: () => output,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
