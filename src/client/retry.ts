import { QuotewellError } from './error.ts'

export interface RetryOptions {
  /** How often a refused request (429, 503) is sent again; 0 turns it off. */
  readonly retries: number
  /** The longest wait before a further try, in milliseconds. Where the server asks for a longer one, there is none. */
  readonly maxWait: number
}

/** Milliseconds; up to so much is added to each wait, so that clients that were refused together don't return together. */
const SPREAD = 500
/** Milliseconds, doubled with each try, where the server doesn't say how long to wait. */
const FIRST_WAIT = 1000

/**
 * Waits until a further try makes sense.
 * @param tries so far, from 1
 * @throws `error` itself where none does, and the signal's reason when it is aborted
 */
export async function beforeRetry(
  error: unknown,
  tries: number,
  { retries, maxWait }: RetryOptions,
  signal: AbortSignal | undefined,
): Promise<void> {
  const refused = error instanceof QuotewellError && (error.status === 429 || error.status === 503)
  if (!refused || tries > retries) throw error
  const wait = error.retryAfter === null ? FIRST_WAIT * 2 ** (tries - 1) : error.retryAfter * 1000
  if (wait > maxWait) throw error
  await sleep(wait + Math.random() * SPREAD, signal)
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }, milliseconds)
    if (signal?.aborted) leave()
    else signal?.addEventListener('abort', leave, { once: true })
  })
}

/** Seconds, from either form of the header (RFC 9110, section 10.2.3), or null. */
export function readRetryAfter(header: string | null): number | null {
  if (!header) return null
  if (/^\d+$/.test(header)) return Number(header)
  // `Date.parse` takes nearly anything for a date.
  const date = header.endsWith('GMT') ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - Date.now()) / 1000))
}
