/** Who may call the API where the operator has given out keys. */
import type { Context, MiddlewareHandler } from 'hono'
import { problem } from './problem.ts'

export interface ApiKey {
  /** Names the caller in the log and in counts; no secret. */
  readonly name: string
  /** SHA-256 of the key in UTF-8, 64 lower-case hexadecimal digits. The key itself is stored nowhere. */
  readonly hash: string
  /** Null for no limit. */
  readonly requestsPerMinute: number | null
}

export interface KeyPolicy {
  /** Empty: nobody needs a key, and none is looked at. */
  readonly keys: readonly ApiKey[]
  /**
   * Who needs one. `programs`: all but the pages of this server and of the allowed origins, as the browser names them;
   * `everyone`: these, too.
   */
  readonly requiredOf: 'programs' | 'everyone'
}

declare module 'hono' {
  interface ContextVariableMap {
    apiKey: ApiKey
  }
}

/** Longer ones are none of ours (`quotewell key` makes 46 characters), and hashing takes time. */
const MAX_KEY_CHARS = 200

/**
 * Turns away calls of the API with a wrong key, and those without one that need one; `c.get('apiKey')` is the key of
 * the others that came with one. The pages, the sources and the state of the server need none.
 * @param allowedOrigins as for `shareWith`
 */
export function requireKeys({ keys, requiredOf }: KeyPolicy, allowedOrigins: readonly string[]): MiddlewareHandler {
  const known = keys.map((key) => ({ key, digest: bytesOf(key.hash) }))
  return async (c, next) => {
    if (known.length === 0 || !isApiCall(c)) return next()
    const presented = keyIn(c)
    if (presented === null) {
      if (requiredOf === 'programs' && isFromPage(c, allowedOrigins)) return next()
      return problem(c, 'key-required')
    }
    const digest = presented.length > MAX_KEY_CHARS ? new Uint8Array() : await sha256(presented)
    // Every key is compared, so that the time tells neither which one fits nor how far one does.
    const matching = known.filter((one) => equals(one.digest, digest))[0]
    if (!matching) return problem(c, 'invalid-key')
    c.set('apiKey', matching.key)
    return next()
  }
}

/** What costs work: answers and searches, in the API's own dialect and in others'. */
function isApiCall({ req: { method, path } }: Context): boolean {
  if (path.startsWith('/api/')) return method === 'POST'
  return /^\/(v1|mcp)(\/|$)/.test(path)
}

/** `Authorization: Bearer …`, or else `X-API-Key: …`. Other schemes may be meant for a proxy. */
function keyIn(c: Context): string | null {
  const [, bearer] = /^bearer(?: (.*))?$/i.exec(c.req.header('Authorization') ?? '') ?? [null, null]
  return bearer === null ? (c.req.header('X-API-Key') ?? null) : (bearer ?? '').trim()
}

/** What a browser says of the page that calls. Whatever is no browser can say the same: this keeps out no forger. */
function isFromPage(c: Context, allowedOrigins: readonly string[]): boolean {
  if (c.req.header('Sec-Fetch-Site') === 'same-origin') return true
  const origin = c.req.header('Origin')
  if (origin === undefined || !URL.canParse(origin)) return false
  if (allowedOrigins.includes('*') || allowedOrigins.includes(origin)) return true
  return new URL(origin).host === c.req.header('Host')
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

/** Takes the same time wherever two arrays of one length differ. */
function equals(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length
  for (let at = 0; at < one.length; at++) difference |= (one[at] ?? 0) ^ (other[at] ?? 0)
  return difference === 0
}
