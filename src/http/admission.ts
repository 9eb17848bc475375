/** How many answers are worked out at a time, and how many requests may wait for that. */
import type { Engine } from '../core/answer/reply.ts'
import { pause } from './pause.ts'
import type { Startup } from './startup.ts'

export interface Capacity {
  /** At least 1. */
  readonly running: number
  readonly waiting: number
}

export type Refusal = 'busy' | 'not-ready'

/**
 * Does a job with the engine when its turn comes, first come, first served.
 * @param signal aborts when the client has gone: it gives its place up, and the job isn't begun
 */
export type WithEngine = <Result>(
  signal: AbortSignal,
  job: (engine: Engine) => Promise<Result>,
) => Promise<{ readonly result: Result } | { readonly refusal: Refusal }>

interface AdmissionOptions {
  readonly startup: Startup
  /** Milliseconds to wait for the engine. */
  readonly patience: number
  readonly capacity: Capacity
}

export function createAdmission({ startup, patience, capacity }: AdmissionOptions): WithEngine {
  let early = 0
  const waitForEngine = async (signal: AbortSignal) => {
    early++
    const engine = await unlessGone(signal, startup.wait(patience))
    early--
    return engine
  }
  const turns = createTurns(capacity.running)

  return async (signal, job) => {
    if (!startup.current() && early >= capacity.waiting) return { refusal: 'busy' }
    const engine = startup.current() ?? (await waitForEngine(signal))
    if (!engine) return { refusal: 'not-ready' }
    if (!turns.isFree() && turns.waiting() >= capacity.waiting) return { refusal: 'busy' }
    if (!(await turns.take(signal))) return { refusal: 'busy' }
    try {
      return { result: await job(engine) }
    } finally {
      turns.pass()
    }
  }
}

/** `running` turns at a time, handed on in the order in which they were asked for. */
function createTurns(running: number) {
  let free = running
  const queue = new Set<() => void>()
  const handOver = () => {
    const [next] = queue
    if (next) next()
    else free++
  }
  return {
    isFree: () => free > 0,
    waiting: () => queue.size,
    /** Resolves to false where the client went before its turn came. */
    take(signal: AbortSignal): Promise<boolean> {
      if (signal.aborted) return Promise.resolve(false)
      if (free > 0) {
        free--
        return Promise.resolve(true)
      }
      return new Promise((resolve) => {
        const settle = (isMine: boolean) => {
          queue.delete(admit)
          signal.removeEventListener('abort', leave)
          resolve(isMine)
        }
        const admit = () => settle(true)
        const leave = () => settle(false)
        queue.add(admit)
        signal.addEventListener('abort', leave)
      })
    },
    /**
     * The model runs in the event loop's own thread. Without a pause between two jobs the server would not look at new
     * connections, nor at clients that have gone, until the queue is empty.
     */
    pass: () => void pause().then(handOver),
  }
}

/** The value, or null as soon as the client has gone. */
function unlessGone<Value>(signal: AbortSignal, value: Promise<Value>): Promise<Value | null> {
  if (signal.aborted) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const leave = () => resolve(null)
    signal.addEventListener('abort', leave)
    value.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
