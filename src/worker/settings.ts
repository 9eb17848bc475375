import { z } from 'zod'
import type { HostCounter } from '../http/rate-limit.ts'
import { countryCode, originText } from '../http/setting-schemas.ts'
import type { Assets } from './bundle.ts'

/** The bindings and variables of wrangler.toml. */
export interface Env {
  readonly ASSETS: Assets
  /** Absent: no limit. */
  readonly RATE_LIMITER?: HostCounter
  readonly QUOTEWELL_COUNTRY?: string
  readonly QUOTEWELL_ALLOWED_ORIGINS?: string
  readonly QUOTEWELL_LOG?: string
}

const environment = z.object({
  QUOTEWELL_COUNTRY: countryCode.optional(),
  QUOTEWELL_ALLOWED_ORIGINS: originText.default([]),
  QUOTEWELL_LOG: z.enum(['silent', 'error', 'info'], 'must be silent, error or info').default('error'),
})

export interface Settings {
  readonly country: string | null
  readonly allowedOrigins: readonly string[]
  readonly log: 'silent' | 'error' | 'info'
}

/** A variable that can't be read: who deploys sees its message in the log. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}

/** @throws SettingError saying which variable is wrong and what is allowed */
export function readSettings(env: Env): Settings {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0])
    throw new SettingError(`${name}=${JSON.stringify(set[name])}: ${issue?.message}.`)
  }
  const { data } = parsed
  return {
    country: data.QUOTEWELL_COUNTRY ?? null,
    allowedOrigins: data.QUOTEWELL_ALLOWED_ORIGINS,
    log: data.QUOTEWELL_LOG,
  }
}
