import { QuotewellError } from '../../client/index.ts'

/** Why there is no answer. Each kind has a text in the i18n files that says what to do. */
export type Failure =
  | { readonly kind: 'offline' | 'unreachable' | 'cut' | 'refused' | 'failed' }
  /** `seconds` to wait before asking again, 1 or more. */
  | { readonly kind: keyof typeof WAIT; readonly seconds: number }

/** Where the server names no wait. Seconds. */
const WAIT = { tooMany: 30, busy: 3, starting: 5 } as const

/** @param error what the client threw */
export function failureOf(error: unknown): Failure {
  if (!navigator.onLine) return { kind: 'offline' }
  // The stream went silent and was given up.
  if (!(error instanceof QuotewellError)) return { kind: 'cut' }
  const { kind, status, problem, retryAfter } = error
  const wait = (what: keyof typeof WAIT): Failure => ({ kind: what, seconds: Math.ceil(retryAfter || WAIT[what]) })
  if (status === 429) return wait('tooMany')
  if (status === 503) return wait(problem?.type === '/problems/not-ready' ? 'starting' : 'busy')
  if (kind === 'cut') return { kind: 'cut' }
  if (kind === 'network') return { kind: 'unreachable' }
  return { kind: status && status >= 400 && status < 500 ? 'refused' : 'failed' }
}
