import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { serveWorker } from '../../scripts/worker-dev.mjs'
import { ask, score } from '../evals/score.mjs'
import { cycle, readSet } from './questions.mjs'
import { measureMemory } from './worker-memory.mjs'

const ROUNDS = 300
const WARM_UP = 30
const STARTS = 3

/** The Worker in workerd beside the server in Node, asked in turn: quality, quotes, times, CPU and memory. */
export async function benchWorker() {
  execFileSync(process.execPath, [new URL('../../scripts/worker-build.mjs', import.meta.url).pathname], {
    stdio: 'inherit',
  })
  const starts = []
  for (let start = 0; start < STARTS; start++) starts.push(await measureStart())
  const node = await startNode()
  const worker = await startWorkerd()
  const servers = { Node: node, workerd: worker }
  const messages = await measureMessages(servers)
  const quality = await compareQuality(servers)
  await node.stop()
  await worker.stop()
  const median = (key) => Math.round(starts.map((one) => one[key]).sort((a, b) => a - b)[STARTS >> 1])
  return {
    ...messages,
    'workerd: first message of a new isolate, ms': median('ms'),
    'workerd: CPU of the first message, ms': median('cpu'),
    'Node: resident memory, MB': node.resident,
    ...(await measureMemory()),
    ...quality,
  }
}

async function compareQuality(servers) {
  const results = {}
  for (const set of ['dev', 'tune']) {
    const rows = readSet(set)
    const figures = {}
    for (const [name, { url }] of Object.entries(servers)) figures[name] = (await score(url, rows)).figures
    for (const figure of Object.keys(figures.Node)) {
      results[`${set} ${figure}: Node, workerd`] = `${figures.Node[figure]}, ${figures.workerd[figure]}`
    }
    let same = 0
    for (const row of rows) {
      const [one, other] = await Promise.all(Object.values(servers).map(({ url }) => ask(url, row)))
      same += spansOf(one) === spansOf(other) ? 1 : 0
    }
    results[`${set}: questions with the same status and the same quotes in the same order`] =
      `${same} of ${rows.length}`
  }
  return results
}

const spansOf = ({ status, quotes }) =>
  JSON.stringify([status, quotes.map(({ sourceId, start, end }) => [sourceId, start, end])])

/** Both in turn on the same question, so that both meet the same noise. */
async function measureMessages(servers) {
  const next = cycle(readSet('dev'))
  const times = Object.fromEntries(Object.keys(servers).map((name) => [name, { ms: [], cpu: [] }]))
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const row = next()
    for (const [name, { url, pid }] of Object.entries(servers)) {
      const [began, cpu] = [performance.now(), cpuOf(pid)]
      await ask(url, row)
      if (round < 0) continue
      times[name].ms.push(performance.now() - began)
      times[name].cpu.push(cpuOf(pid) - cpu)
    }
  }
  const p = (values, share) => values.sort((a, b) => a - b)[Math.floor(values.length * share)].toFixed(1)
  return Object.fromEntries(
    Object.entries(times).flatMap(([name, { ms, cpu }]) => [
      [`${name}: a warm message, ms p50, p95`, `${p(ms, 0.5)}, ${p(ms, 0.95)}`],
      [`${name}: CPU of a warm message, ms p50, p95`, `${p(cpu, 0.5)}, ${p(cpu, 0.95)}`],
    ]),
  )
}

async function measureStart() {
  const worker = await startWorkerd()
  const [began, cpu] = [performance.now(), cpuOf(worker.pid)]
  await ask(worker.url, readSet('dev')[0])
  const start = { ms: performance.now() - began, cpu: cpuOf(worker.pid) - cpu }
  await worker.stop()
  return start
}

async function startWorkerd() {
  const { url, stop } = await serveWorker({ rateLimit: false })
  return { url, stop, pid: childNamed('workerd') }
}

async function startNode() {
  const cli = new URL('../../dist/node/cli.js', import.meta.url).pathname
  const child = spawn(process.execPath, [cli, 'start'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise((resolve) => child.stdout.once('data', (line) => resolve(/http:\S+/.exec(line)[0])))
  const server = {
    url,
    pid: child.pid,
    async stop() {
      server.resident = residentMegabytes(child.pid)
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
  return server
}

function residentMegabytes(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024)
}

/** A child of this process, by the name of its program. Linux only, as is the next one. */
function childNamed(name) {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')
  return Number(children.findLast((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === name))
}

/** Milliseconds that all threads of a process have run. */
function cpuOf(pid) {
  const tasks = readdirSync(`/proc/${pid}/task`)
  return tasks.reduce((sum, task) => sum + nanosecondsOf(`/proc/${pid}/task/${task}/schedstat`), 0) / 1e6
}

function nanosecondsOf(file) {
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[0])
  } catch {
    // The thread ended in the meantime.
    return 0
  }
}
