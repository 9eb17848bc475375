/** What comes back, or why it is not what was asked for. */
import { QuotewellError } from './error.ts'
import { readRetryAfter } from './retry.ts'
import type { Problem } from './wire.ts'

const typeOf = (response: Response) => (response.headers.get('Content-Type') ?? '').split(';')[0]?.trim()

/** @throws QuotewellError unless the response is a good one of the media type `accept` */
export async function expectGood(response: Response, accept: string): Promise<Response> {
  const { status, ok, headers } = response
  if (ok && typeOf(response) === accept) return response
  const retryAfter = readRetryAfter(headers.get('Retry-After'))
  if (typeOf(response) === 'application/problem+json') {
    throw asError(parse(await response.text().catch(() => ''), status), retryAfter)
  }
  await response.body?.cancel().catch(() => {})
  throw unreadable(status, retryAfter)
}

export const asError = (problem: Problem, retryAfter: number | null) =>
  new QuotewellError('problem', `${problem.title}: ${problem.detail}`, { status: problem.status, problem, retryAfter })

/** @throws QuotewellError unless the text is a JSON object */
export function parse<Content extends object>(text: string, status: number): Content {
  let content: Content | null = null
  try {
    content = JSON.parse(text)
  } catch {}
  if (typeof content !== 'object' || content === null) throw unreadable(status)
  return content
}

/** Throws why nothing came, or nothing more: the signal's reason where it is aborted. */
export function lost(kind: 'network' | 'cut', signal: AbortSignal | undefined, cause?: unknown): never {
  signal?.throwIfAborted()
  const message = kind === 'cut' ? 'The stream was cut. Ask again.' : 'The server can not be reached. Check baseUrl.'
  throw new QuotewellError(kind, message, { cause })
}

export const unreadable = (status: number, retryAfter: number | null = null) =>
  new QuotewellError('unreadable', `The reply (HTTP ${status}) is not of a Quotewell server. Check baseUrl.`, {
    status,
    retryAfter,
  })
