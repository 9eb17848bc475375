/** Errors as OpenAI's clients read them. The words are those of the problems: nothing of a request is ever echoed. */
import type { Context, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type ProblemKind, problems } from '../problem.ts'
import { MODEL } from '../schemas/chat-completion-request.ts'
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
  return c.json(errorBody(fault), fault.status, headers)
}

export function errorBody({ status, code, message, param = null }: Fault<ContentfulStatusCode>): OpenaiError {
  return { error: { message, type: typeOf(status), param, code } }
}

export interface FieldFault {
  readonly code: 'invalid_value' | 'context_length_exceeded'
  /** With dots; empty for the body as a whole. */
  readonly param: string
  /** What the field must be, as the schemas say it. */
  readonly message: string
}

export const fieldError = (c: Context, fault: FieldFault) => openaiError(c, toFault(fault))

export const toFault = ({ code, param, message }: FieldFault) =>
  ({ status: 400, code, message: `${param || 'The body'} ${message}.`, param: param || null }) as const

function typeOf(status: number): OpenaiError['error']['type'] {
  if (status === 429) return 'rate_limit_error'
  return status >= 500 ? 'server_error' : 'invalid_request_error'
}

/** Codes for which OpenAI has a name of its own; the others are the problem's kind in snake case. */
const CODES: Partial<Record<ProblemKind, string>> = {
  'too-many-requests': 'rate_limit_exceeded',
  'invalid-key': 'invalid_api_key',
}

interface ProblemText {
  readonly detail: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The same words as the problem has. */
export function faultOf<Kind extends ProblemKind>(kind: Kind): Fault<(typeof problems)[Kind]['status']> {
  const { status, detail } = problems[kind]
  return { status, code: CODES[kind] ?? kind.replaceAll('-', '_'), message: detail }
}

export function openaiProblem<Kind extends ProblemKind>(c: Context, kind: Kind) {
  const { headers }: ProblemText = problems[kind]
  return openaiError(c, faultOf(kind), headers)
}

/** Turns every problem below it, such as 413 or 429, into an error of OpenAI's shape with the same status and headers. */
export const speakOpenai: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.get('Content-Type')?.startsWith('application/problem+json')) return
  const { type } = (await c.res.json()) as { readonly type: string }
  // Hono hands the headers of the problem on, all but its Content-Type.
  c.res = openaiProblem(c, type.split('/').at(-1) as ProblemKind)
}

export const UNKNOWN_MODEL = {
  status: 404,
  code: 'model_not_found',
  message: `There is no such model. The only one is ${MODEL}; GET /v1/models lists it.`,
  param: 'model',
} as const
