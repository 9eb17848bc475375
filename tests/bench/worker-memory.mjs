import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { default as program } from 'workerd'
import WebSocket from 'ws'
import { BUNDLE } from '../../scripts/worker-dev.mjs'
import { ask } from '../evals/score.mjs'
import { readSet } from './questions.mjs'

const ASSETS = fileURLToPath(new URL('../../dist/worker-assets', import.meta.url))
/** What an isolate may take (developers.cloudflare.com/workers/platform/limits), in MB. */
const LIMIT = 128

/**
 * What the isolate holds, in MB: V8's heap after a collection, the buffers outside of it, WebAssembly memory. workerd
 * runs by itself here, without the Workers that stand in for Cloudflare's services, and with two settings of V8 that the
 * other figures do without: one to collect garbage when asked, and in a second run the heap that is left of the limit.
 */
export async function measureMemory() {
  const free = await withWorkerd(['--expose-gc'], async ({ url, call }) => {
    const read = () => readMemory({ url, call })
    const before = await read()
    await ask(url, readSet('dev')[0])
    const loaded = await read()
    for (const row of readSet('tune')) await ask(url, row)
    return { before, loaded, used: await read() }
  })
  const { before, loaded, used } = free
  const rest = Math.floor(LIMIT - loaded.buffers - loaded.wasm)
  const rows = [...readSet('dev'), ...readSet('tune')]
  const answered = await withWorkerd([`--max-heap-size=${rest}`], ({ url }) => countAnswered(url, rows))
  const tell = ({ heap, buffers, wasm }) =>
    `${(heap + buffers + wasm).toFixed(0)} = ${heap.toFixed(1)} + ${buffers.toFixed(1)} + ${wasm.toFixed(1)}`
  return {
    'isolate before the first request, MB: heap + buffers + WebAssembly': tell(before),
    'isolate with model and index, MB': tell(loaded),
    'isolate after the questions of tune, MB': tell(used),
    [`questions answered with a heap of at most ${rest} MB, all that is left of ${LIMIT}`]: `${answered} of ${rows.length}`,
  }
}

/** Up to the first without an answer: an isolate that has no room left is ended. */
async function countAnswered(url, rows) {
  for (const [at, row] of rows.entries()) {
    const isAnswered = await ask(url, row).then(
      () => true,
      () => false,
    )
    if (!isAnswered) return at
  }
  return rows.length
}

async function readMemory({ url, call }) {
  const { wasm } = await (await fetch(`${url}/measure`)).json()
  const { usedSize, backingStorageSize } = await call('Runtime.getHeapUsage')
  return { heap: usedSize / 1e6, buffers: backingStorageSize / 1e6, wasm: wasm / 1e6 }
}

/** The Worker with one more address: it collects garbage and tells what V8's own figures leave out. */
const MEASURE = `import worker from './index.js'
const memories = []
const { instantiate } = WebAssembly
WebAssembly.instantiate = async (...given) => {
  const instance = await instantiate(...given)
  memories.push(instance.exports.memory)
  return instance
}
export default {
  async fetch(request, ...rest) {
    if (new URL(request.url).pathname !== '/measure') return worker.fetch(request, ...rest)
    // Buffers are freed in the background, once what held them is gone.
    for (let round = 0; round < 3; round++) {
      globalThis.gc?.()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return Response.json({ wasm: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) })
  },
}
`

async function withWorkerd(v8Flags, use) {
  const folder = mkdtempSync(join(tmpdir(), 'quotewell-workerd-'))
  const [port, inspector] = [await freePort(), await freePort()]
  const names = readdirSync(BUNDLE).filter((name) => /\.(js|wasm)$/.test(name))
  for (const name of names) symlinkSync(join(BUNDLE, name), join(folder, name))
  writeFileSync(join(folder, 'measure.js'), MEASURE)
  writeFileSync(join(folder, 'config.capnp'), configOf({ names, v8Flags, port }))
  const child = spawn(program.default, ['serve', 'config.capnp', `--inspector-addr=127.0.0.1:${inspector}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const url = `http://127.0.0.1:${port}`
    await untilListening(port)
    await untilListening(inspector)
    const debug = await openInspector(inspector)
    const result = await use({ url, call: debug.call })
    debug.close()
    return result
  } finally {
    child.kill()
    await ended
    rmSync(folder, { recursive: true })
  }
}

function configOf({ names, v8Flags, port }) {
  const modules = ['measure.js', ...names].map(
    (name) => `(name = "${name}", ${name.endsWith('.js') ? 'esModule' : 'wasm'} = embed "${name}")`,
  )
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  v8Flags = [${v8Flags.map((flag) => `"${flag}"`).join(', ')}],
  services = [(name = "main", worker = .main), (name = "assets", disk = "${ASSETS}")],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [${modules.join(', ')}],
  compatibilityDate = "2026-04-01",
  bindings = [(name = "ASSETS", service = "assets")],
);
`
}

async function openInspector(port) {
  const [{ webSocketDebuggerUrl: url }] = await (await fetch(`http://127.0.0.1:${port}/json`)).json()
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  let last = 0
  const waiting = new Map()
  socket.on('message', (data) => {
    const { id, result, error } = JSON.parse(data)
    const { resolve, reject } = waiting.get(id) ?? {}
    if (error) reject?.(new Error(error.message))
    else resolve?.(result)
  })
  return {
    close: () => socket.terminate(),
    call: (method, params = {}) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject })
        socket.send(JSON.stringify({ id: last, method, params }))
      }),
  }
}

/** Connects without a request: the first one begins the loading. */
async function untilListening(port) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const isListening = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false))
      socket.end()
    })
    if (isListening) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('workerd does not listen.')
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
