/** API keys as `QUOTEWELL_API_KEYS` lists them: `name:hash` or `name:hash:limit`, never a key itself. */
import { randomBytes } from 'node:crypto'
import type { ApiKey } from '../http/api-keys.ts'
import { sha256 } from './model/model-files.ts'
import { SetupError } from './setup-error.ts'

const ENTRY = /^([a-z0-9][a-z0-9-]{0,39}):([0-9a-f]{64})(?::([1-9]\d{0,6}))?$/
const MAX_KEYS = 100

/** Of random bytes in a key: nobody guesses them, so a plain hash keeps them as safe as a slow one. */
const SECRET_BYTES = 32

export const API_KEYS_FORMAT = `must be up to ${MAX_KEYS} entries name:hash or name:hash:limit with commas between, as \`quotewell key\` prints them; each name once`

/** @returns null where an entry has another shape or a name stands twice */
export function parseApiKeys(list: string): ApiKey[] | null {
  const keys = list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(parseEntry)
  const names = new Set(keys.map((key) => key?.name))
  return keys.length <= MAX_KEYS && names.size === keys.length && keys.every((key) => key !== null) ? keys : null
}

function parseEntry(entry: string): ApiKey | null {
  const [, name, hash, limit] = ENTRY.exec(entry) ?? []
  if (name === undefined || hash === undefined) return null
  return { name, hash, requestsPerMinute: limit === undefined ? null : Number(limit) }
}

export interface NewKey {
  /** For the caller; nothing can bring it back. */
  readonly key: string
  /** For `QUOTEWELL_API_KEYS`. */
  readonly entry: string
}

/**
 * A key from the system's random numbers.
 * @param limit requests a minute, or none
 * @throws SetupError where name or limit doesn't fit into an entry
 */
export function makeApiKey(name: string, limit?: string): NewKey {
  const key = `qw_${randomBytes(SECRET_BYTES).toString('base64url')}`
  const entry = [name, sha256(key), ...(limit === undefined ? [] : [limit])].join(':')
  if (!ENTRY.test(entry)) {
    throw new SetupError(
      'A key needs a name of letters a-z, digits and hyphens, up to 40, and as --limit a whole number from 1 to 9999999. Try: quotewell key clinic-app --limit 60',
    )
  }
  return { key, entry }
}
