import { z } from 'zod'
import { countrySetting, originsSetting } from '../http/settings.ts'
import { DEFAULT_MODEL } from './paths.ts'
import { SetupError } from './setup-error.ts'

const whole = (max: number, allowed: string) =>
  z
    .string()
    .regex(/^\d+$/, allowed)
    .transform(Number)
    .refine((value) => value <= max, allowed)
const folder = z.string().min(1, 'must be the path of a folder')

const MAX_PROXIES = 10

const environment = z.object({
  PORT: whole(65535, 'must be a whole number from 0 to 65535; 0 takes any free port').default(8787),
  HOST: z.string().min(1, 'must be an address to listen on, such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  QUOTEWELL_CORPUS: folder.default('corpus'),
  QUOTEWELL_INDEX: folder.default('index'),
  QUOTEWELL_MODEL: folder.default(DEFAULT_MODEL),
  QUOTEWELL_COUNTRY: countrySetting.optional(),
  QUOTEWELL_ALLOWED_ORIGINS: originsSetting.default([]),
  QUOTEWELL_RATE_LIMIT: whole(1_000_000, 'must be a whole number of requests a minute; 0 turns the limit off').default(
    0,
  ),
  QUOTEWELL_TRUST_PROXY: whole(
    MAX_PROXIES,
    `must be the number of proxies in front of the server, 0 to ${MAX_PROXIES}; with 0 X-Forwarded-For is not read`,
  ).default(0),
  QUOTEWELL_LOG: z.enum(['silent', 'error', 'info'], 'must be silent, error or info').default('error'),
})

export interface Settings {
  readonly port: number
  readonly host: string
  readonly corpus: string
  readonly index: string
  readonly model: string
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string | null
  readonly allowedOrigins: readonly string[]
  /** Requests a minute for each client; 0 for no limit. */
  readonly rateLimit: number
  /** Proxies between the clients and this server, whose entries in X-Forwarded-For are believed. */
  readonly trustProxy: number
  /** `error`: unexpected errors; `info`: these, start, stop and a line for each request. */
  readonly log: 'silent' | 'error' | 'info'
}

/**
 * Settings from environment variables; an empty one counts as not set.
 * @throws SetupError saying which one is wrong and what is allowed
 */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0])
    throw new SetupError(`${name}=${JSON.stringify(set[name])}: ${issue?.message}.`)
  }
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    corpus: data.QUOTEWELL_CORPUS,
    index: data.QUOTEWELL_INDEX,
    model: data.QUOTEWELL_MODEL,
    country: data.QUOTEWELL_COUNTRY ?? null,
    allowedOrigins: data.QUOTEWELL_ALLOWED_ORIGINS,
    rateLimit: data.QUOTEWELL_RATE_LIMIT,
    trustProxy: data.QUOTEWELL_TRUST_PROXY,
    log: data.QUOTEWELL_LOG,
  }
}
