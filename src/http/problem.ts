/** Errors as problem details (RFC 9457). All words are fixed: nothing of a request is ever echoed. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import { RETRY_SOON } from './startup.ts'

/**
 * The longest valid chat request has 20 turns of 4,000 UTF-16 code units and a message of 2,000. A code unit takes at
 * most 3 bytes in UTF-8 (246,000 bytes in all), but 6 where the caller's JSON library escapes it as `\uXXXX`, as
 * Python's does unless told otherwise: 492,000 bytes, and 2 KiB of field names. 512 KiB is the next round number.
 */
export const MAX_BODY_KIB = 512

interface ProblemText {
  readonly status: ContentfulStatusCode
  readonly title: string
  /** Says what to do. */
  readonly detail: string
  readonly headers?: Readonly<Record<string, string>>
}

/** By the last part of their `type`, which never changes: callers may switch on it. */
export const problems = {
  'malformed-request': {
    status: 400,
    title: 'Malformed request',
    detail: 'The body is not valid JSON. Send one JSON object in UTF-8.',
  },
  'forbidden-origin': {
    status: 403,
    title: 'Forbidden origin',
    detail:
      'Pages of this origin may not call this address. The operator names those that may in QUOTEWELL_ALLOWED_ORIGINS.',
  },
  'key-required': {
    status: 401,
    title: 'Key required',
    detail:
      'This server takes calls with a key only. Send the one that its operator gave you as Authorization: Bearer.',
    headers: { 'WWW-Authenticate': 'Bearer realm="quotewell"' },
  },
  'invalid-key': {
    status: 401,
    title: 'Invalid key',
    detail: 'The key is not one of this server. Check that it was copied whole, or ask the operator for a new one.',
    headers: { 'WWW-Authenticate': 'Bearer realm="quotewell", error="invalid_token"' },
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    detail: 'Nothing is here. Check the address; /openapi.json lists the ones of the API.',
  },
  'unknown-source': {
    status: 404,
    title: 'Unknown source',
    detail: 'No source has this id. GET /api/sources lists the ids.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    detail: 'This address does not take this method. The Allow header names those that it takes.',
  },
  'body-too-large': {
    status: 413,
    title: 'Body too large',
    detail: `The body is over ${MAX_BODY_KIB} KiB. Send a shorter message or fewer turns.`,
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    detail: 'The Content-Type is missing or not the one that this address takes. The API takes application/json.',
  },
  'invalid-request': {
    status: 422,
    title: 'Invalid request',
    detail: 'One or more fields are not valid. Each entry of errors names a field and says how to mend it.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    detail: 'You have sent too many requests. Wait as many seconds as the Retry-After header says.',
  },
  'internal-error': {
    status: 500,
    title: 'Internal error',
    detail: 'Something went wrong on this server. Try again later.',
  },
  'not-ready': {
    status: 503,
    title: 'Not ready',
    detail: 'The server is still starting. Try again in a few seconds.',
    headers: RETRY_SOON,
  },
  busy: {
    status: 503,
    title: 'Busy',
    detail: 'Too many questions are being answered. Wait as many seconds as the Retry-After header says.',
    // The queue of waiting requests takes about a second.
    headers: { 'Retry-After': '2' },
  },
} as const satisfies Record<string, ProblemText>

export type ProblemKind = keyof typeof problems

interface FieldError {
  /** Names and positions joined by dots, such as `history.0.content`; empty for the body as a whole. */
  readonly path: string
  readonly message: string
}

interface ProblemOptions {
  readonly errors?: readonly FieldError[]
  readonly headers?: Readonly<Record<string, string>>
}

/** The members that every problem has. */
export function problemBody(kind: ProblemKind) {
  const { status, title, detail }: ProblemText = problems[kind]
  return { type: `/problems/${kind}`, title, status: status as number, detail }
}

/** The response for a problem, as `application/problem+json`. */
export function problem<Kind extends ProblemKind>(c: Context, kind: Kind, { errors, headers }: ProblemOptions = {}) {
  const { status, headers: own }: ProblemText = problems[kind]
  const body = { ...problemBody(kind), ...(errors ? { errors } : {}) }
  const type = { 'Content-Type': 'application/problem+json' }
  return c.json(body, status as (typeof problems)[Kind]['status'], { ...type, ...own, ...headers })
}

/** A body of nothing but faults would otherwise make a reply many times its own size. */
export const MAX_ERRORS = 20

/** What is wrong with which field. The messages are those of the schemas, which hold no values and no unknown names. */
export function invalidRequest(c: Context, error: ZodError) {
  const errors = error.issues.slice(0, MAX_ERRORS).map(({ path, message }) => ({ path: path.join('.'), message }))
  return problem(c, 'invalid-request', { errors })
}
