import type { Problem } from './wire.ts'

/**
 * Why there is no reply:
 * - `problem`: the server says why, in `problem`
 * - `network`: nothing came back; `cause` is what `fetch` threw. In a browser also where the server doesn't allow this
 *   page's origin
 * - `unreadable`: what came back is not of this API, as from a proxy or a wrong `baseUrl`
 * - `cut`: the stream ended before the reply was whole; show nothing of its quotes
 */
export type FailureKind = 'problem' | 'network' | 'unreadable' | 'cut'

interface Failure {
  /** HTTP status, or null where there was none. */
  readonly status?: number | null
  readonly problem?: Problem | null
  readonly retryAfter?: number | null
  readonly cause?: unknown
}

/** Everything that the client throws, but the reason of an aborted signal, which is thrown as it is. */
export class QuotewellError extends Error {
  override readonly name = 'QuotewellError'
  readonly kind: FailureKind
  readonly status: number | null
  /** Problem details (RFC 9457); `problem.type` is stable and may be switched on. Only where `kind` is `problem`. */
  readonly problem: Problem | null
  /** Seconds that the server asks to wait, or null. */
  readonly retryAfter: number | null

  constructor(
    kind: FailureKind,
    message: string,
    { status = null, problem = null, retryAfter = null, cause }: Failure = {},
  ) {
    super(message, { cause })
    this.kind = kind
    this.status = status
    this.problem = problem
    this.retryAfter = retryAfter
  }
}
