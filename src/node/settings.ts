import { z } from 'zod'
import type { HostTexts } from '../core/host-text.ts'
import type { KeyPolicy } from '../http/api-keys.ts'
import type { Theme } from '../http/pages/palette.ts'
import { countryCode, originText } from '../http/setting-schemas.ts'
import { API_KEYS_FORMAT, parseApiKeys } from './api-keys.ts'
import { DEFAULT_MODEL } from './paths.ts'
import { type FileSettings, parseSettingsFile, readSettingsFile } from './settings-file.ts'
import { SetupError } from './setup-error.ts'

const whole = (max: number, allowed: string) =>
  z
    .string()
    .regex(/^\d+$/, allowed)
    .transform(Number)
    .refine((value) => value <= max, allowed)
const port = whole(65535, 'must be a whole number from 0 to 65535; 0 takes any free port')
const host = z.string().min(1, 'must be an address to listen on, such as 127.0.0.1 or 0.0.0.0')
const folder = z.string().min(1, 'must be the path of a folder')

const SECRET: ReadonlySet<string> = new Set(['QUOTEWELL_API_KEYS'])
const MAX_PROXIES = 10

const environment = z.object({
  PORT: port.default(8787),
  HOST: host.default('127.0.0.1'),
  QUOTEWELL_CORPUS: folder.default('corpus'),
  QUOTEWELL_INDEX: folder.default('index'),
  QUOTEWELL_MODEL: folder.default(DEFAULT_MODEL),
  QUOTEWELL_COUNTRY: countryCode.optional(),
  QUOTEWELL_ALLOWED_ORIGINS: originText.optional(),
  QUOTEWELL_RATE_LIMIT: whole(1_000_000, 'must be a whole number of requests a minute; 0 turns the limit off').default(
    0,
  ),
  QUOTEWELL_TRUST_PROXY: whole(
    MAX_PROXIES,
    `must be the number of proxies in front of the server, 0 to ${MAX_PROXIES}; with 0 X-Forwarded-For is not read`,
  ).default(0),
  QUOTEWELL_API_KEYS: z
    .string()
    .transform(parseApiKeys)
    .refine((keys) => keys !== null, API_KEYS_FORMAT)
    .default([]),
  QUOTEWELL_REQUIRE_KEY: z.enum(['programs', 'everyone'], 'must be programs or everyone').default('programs'),
  QUOTEWELL_METRICS_PORT: port.optional(),
  QUOTEWELL_METRICS_HOST: host.default('127.0.0.1'),
  QUOTEWELL_GAPS: z.enum(['on', 'off'], 'must be on or off').optional(),
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
  readonly hostTexts: HostTexts
  readonly theme: Theme
  /** Requests a minute for each client; 0 for no limit. */
  readonly rateLimit: number
  /** Proxies between the clients and this server, whose entries in X-Forwarded-For are believed. */
  readonly trustProxy: number
  readonly keyPolicy: KeyPolicy
  /** Whether questions without an answer are counted. */
  readonly gaps: boolean
  /** Where Prometheus reads figures; null for nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | null
  /** `error`: unexpected errors; `info`: these, start, stop and a line for each request. */
  readonly log: 'silent' | 'error' | 'info'
}

type Variables = Readonly<Record<string, string | undefined>>

const NO_FILE = parseSettingsFile('', '')

/** Settings from the environment and from the file that it names. @throws SetupError as `readSettings` */
export function readAllSettings(variables: Variables): Settings {
  return readSettings(variables, readSettingsFile(variables.QUOTEWELL_CONFIG))
}

/**
 * Settings from environment variables; an empty one counts as not set.
 * @param file what the settings file says; the environment wins over it
 * @throws SetupError saying which one is wrong and what is allowed
 */
export function readSettings(variables: Variables, file: FileSettings = NO_FILE): Settings {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0])
    // Somebody may have put a key where its hash belongs, and what is printed here may be kept.
    const value = SECRET.has(name) ? '' : `=${JSON.stringify(set[name])}`
    throw new SetupError(`${name}${value}: ${issue?.message}.`)
  }
  const { data } = parsed
  if (data.QUOTEWELL_REQUIRE_KEY === 'everyone' && !data.QUOTEWELL_API_KEYS?.length) {
    throw new SetupError('QUOTEWELL_REQUIRE_KEY="everyone": needs QUOTEWELL_API_KEYS; `quotewell key` makes one.')
  }
  return {
    port: data.PORT,
    host: data.HOST,
    corpus: data.QUOTEWELL_CORPUS,
    index: data.QUOTEWELL_INDEX,
    model: data.QUOTEWELL_MODEL,
    country: data.QUOTEWELL_COUNTRY ?? file.country ?? null,
    allowedOrigins: data.QUOTEWELL_ALLOWED_ORIGINS ?? file.allowedOrigins ?? [],
    hostTexts: file.hostTexts,
    theme: file.theme,
    rateLimit: data.QUOTEWELL_RATE_LIMIT,
    trustProxy: data.QUOTEWELL_TRUST_PROXY,
    keyPolicy: { keys: data.QUOTEWELL_API_KEYS ?? [], requiredOf: data.QUOTEWELL_REQUIRE_KEY },
    gaps: data.QUOTEWELL_GAPS === undefined ? (file.gaps ?? false) : data.QUOTEWELL_GAPS === 'on',
    metrics:
      data.QUOTEWELL_METRICS_PORT === undefined
        ? null
        : { port: data.QUOTEWELL_METRICS_PORT, host: data.QUOTEWELL_METRICS_HOST },
    log: data.QUOTEWELL_LOG,
  }
}
