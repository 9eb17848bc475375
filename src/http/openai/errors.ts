/** Errors as OpenAI's clients read them. The words are those of the problems: nothing of a request is ever echoed. */
import type { Context, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type ProblemKind, problems } from '../problem.ts'
import type { OpenaiError } from '../schemas/openai-error.ts'

interface Fault<Status extends ContentfulStatusCode> {
  readonly status: Status
  /** Stable; callers may switch on it. */
  readonly code: string
  /** Says what to do. */
  readonly message: string
  /** Which field is wrong, with dots: `messages.0.content`. */
  readonly param?: string | null
}

export function openaiError<Status extends ContentfulStatusCode>(
  c: Context,
  fault: Fault<Status>,
  headers: Readonly<Record<string, string>> = {},
) {
  const { status, code, message, param = null } = fault
  const body: OpenaiError = { error: { message, type: typeOf(status), param, code } }
  return c.json(body, status, headers)
}

export interface FieldFault {
  readonly code: 'invalid_value' | 'context_length_exceeded'
  /** With dots; empty for the body as a whole. */
  readonly param: string
  /** What the field must be, as the schemas say it. */
  readonly message: string
}

export const fieldError = (c: Context, { code, param, message }: FieldFault) =>
  openaiError(c, { status: 400, code, message: `${param || 'The body'} ${message}.`, param: param || null })

function typeOf(status: number): OpenaiError['error']['type'] {
  if (status === 429) return 'rate_limit_error'
  return status >= 500 ? 'server_error' : 'invalid_request_error'
}

/** Codes for which OpenAI has a name of its own; the others are the problem's kind in snake case. */
const CODES: Partial<Record<ProblemKind, string>> = { 'too-many-requests': 'rate_limit_exceeded' }

interface ProblemText {
  readonly detail: string
  readonly headers?: Readonly<Record<string, string>>
}

export function openaiProblem<Kind extends ProblemKind>(c: Context, kind: Kind) {
  const { detail, headers }: ProblemText = problems[kind]
  const status: (typeof problems)[Kind]['status'] = problems[kind].status
  return openaiError(c, { status, code: CODES[kind] ?? kind.replaceAll('-', '_'), message: detail }, headers)
}

/** Turns every problem below it, such as 413 or 429, into an error of OpenAI's shape with the same status and headers. */
export const speakOpenai: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.get('Content-Type')?.startsWith('application/problem+json')) return
  const { type } = (await c.res.json()) as { readonly type: string }
  // Hono hands the headers of the problem on, all but its Content-Type.
  c.res = openaiProblem(c, type.split('/').at(-1) as ProblemKind)
}
