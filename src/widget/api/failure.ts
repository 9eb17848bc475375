/** Why there is no answer. Each kind has a text in the i18n files that says what to do. */
export type Failure =
  | { readonly kind: 'offline' | 'unreachable' | 'cut' | 'refused' | 'failed' }
  /** `seconds` to wait before asking again, 1 or more. */
  | { readonly kind: 'tooMany' | 'busy' | 'starting'; readonly seconds: number }

/** Where the server says nothing of a wait. */
const WAIT: Record<'tooMany' | 'busy' | 'starting', number> = { tooMany: 30, busy: 3, starting: 5 }

interface ProblemDetails {
  readonly status: number
  /** `/problems/<kind>`. */
  readonly type?: unknown
  /** Seconds, as the server says. */
  readonly retryAfter?: unknown
}

/** From problem details (RFC 9457), of a response or of an `error` event. */
export function failureOf({ status, type, retryAfter }: ProblemDetails): Failure {
  const told = Number(retryAfter)
  const wait = (kind: keyof typeof WAIT): Failure => ({
    kind,
    seconds: Number.isFinite(told) && told >= 1 ? Math.ceil(told) : WAIT[kind],
  })
  if (status === 429) return wait('tooMany')
  if (status === 503) return wait(type === '/problems/not-ready' ? 'starting' : 'busy')
  return { kind: status >= 400 && status < 500 ? 'refused' : 'failed' }
}

/** Of a request that brought no response, or whose response ended too early. */
export function failureWithoutReply(begun: boolean): Failure {
  if (!navigator.onLine) return { kind: 'offline' }
  return { kind: begun ? 'cut' : 'unreachable' }
}
