import { Worker } from 'node:worker_threads'
import type { Reply } from './convert-worker.ts'
import type { Converted, Format } from './document.ts'
import { DocumentError } from './document-error.ts'
import { LIMITS } from './limits.ts'

/** Built JavaScript, so that it also starts from the sources, as in tests. */
const WORKER = new URL('../../../dist/node/documents/convert-worker.js', import.meta.url)

export type Bounds = Pick<typeof LIMITS, 'heapMegabytes' | 'growthBytes' | 'time'>

/**
 * `convert` on a thread of its own, which is ended when it takes too much memory or time.
 * @throws DocumentError
 */
export function convertApart(
  format: Format,
  bytes: Uint8Array,
  bounds: { [Bound in keyof Bounds]: number } = LIMITS,
): Promise<Converted> {
  const { promise, resolve, reject } = withResolvers<Converted>()
  const worker = new Worker(WORKER, {
    workerData: { format, bytes },
    resourceLimits: { maxOldGenerationSizeMb: bounds.heapMegabytes },
    env: {},
    stdin: false,
    stdout: true,
    stderr: true,
  })
  const refuse = (message: string) => reject(new DocumentError(message))
  const before = process.memoryUsage.rss()
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > bounds.growthBytes) refuse(TOO_LARGE)
  }, LIMITS.watch)
  const clock = setTimeout(() => refuse('Reading it takes too long. Split it, or save it again.'), bounds.time)
  worker.on('message', (reply: Reply) => {
    if ('converted' in reply) resolve(reply.converted)
    else refuse('refused' in reply ? reply.refused : DAMAGED)
  })
  worker.on('error', (error: NodeJS.ErrnoException) =>
    refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : DAMAGED),
  )
  worker.on('exit', () => refuse(DAMAGED))
  return promise.finally(() => {
    clearInterval(watch)
    clearTimeout(clock)
    return worker.terminate()
  })
}

const TOO_LARGE = 'Reading it takes more memory than a document may. Split it, or save it again.'
const DAMAGED = 'It can’t be read: it is damaged, or not what its name says. Open it, and save it again.'

function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => {}
  let reject: (reason: Error) => void = () => {}
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
