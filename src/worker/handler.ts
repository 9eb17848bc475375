import { createApp } from '../http/app.ts'
import { clientGroup } from '../http/client-group.ts'
import type { CompiledKernel } from './kernel.ts'
import { createLog } from './log.ts'
import { openEngine } from './open-engine.ts'
import { type Env, readSettings, SettingError, type Settings } from './settings.ts'
import { createLazyStartup } from './startup.ts'

interface ExecutionContext {
  waitUntil(promise: Promise<unknown>): void
}

export interface Handler {
  fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response>
}

/** `simple.period` of the rate limit in wrangler.toml, in seconds. */
const RATE_PERIOD = 60

/**
 * Turns are handed on by a timer (src/http/admission.ts), and a Worker stops the timers of a request with its reply:
 * nobody would get the next turn. An answer here gives the thread away only where it is waiting for nothing.
 */
const CAPACITY = { running: Number.POSITIVE_INFINITY, waiting: 100 }

/** @param kernel the compiled module of src/worker/kernel */
export function createHandler(kernel: CompiledKernel): Handler {
  let serve: Handler['fetch'] | undefined
  return {
    async fetch(request, env, context) {
      serve ??= createServe(kernel, env)
      return serve(request, env, context)
    },
  }
}

function createServe(kernel: CompiledKernel, env: Env): Handler['fetch'] {
  const settings = settingsOf(env)
  const log = createLog(settings.log)
  const startup = createLazyStartup({
    async load() {
      if (settings.fault) throw settings.fault
      return openEngine(env.ASSETS, kernel)
    },
    onFault: log.fault,
  })
  const counter = env.RATE_LIMITER
  const app = createApp({
    startup,
    allowedOrigins: settings.allowedOrigins,
    defaultCountry: settings.country,
    capacity: CAPACITY,
    onRequest: log.request,
    onError: log.failure,
    ...(counter ? { rateLimit: { counter, period: RATE_PERIOD, clientOf } } : {}),
  })
  return async (request, _, context) => {
    startup.begin((loading) => context.waitUntil(loading))
    return app.fetch(request)
  }
}

/** With a setting that can't be read nothing is answered but calls for help: a guess could let every website in. */
function settingsOf(env: Env): Settings & { readonly fault?: SettingError } {
  try {
    return readSettings(env)
  } catch (error) {
    if (!(error instanceof SettingError)) throw error
    return { country: null, allowedOrigins: [], log: 'error', fault: error }
  }
}

/** Cloudflare writes the header itself, whatever a client sends. */
const clientOf = (c: { req: { header(name: string): string | undefined } }) => {
  const address = c.req.header('CF-Connecting-IP')
  return address ? clientGroup(address) : ''
}
