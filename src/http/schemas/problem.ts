import { type RouteConfig, z } from '@hono/zod-openapi'
import { MAX_ERRORS, type ProblemKind, problemBody, problems } from '../problem.ts'

export const problemDetails = z
  .object({
    type: z
      .string()
      .openapi({ description: 'Names the kind of problem; stable.', example: '/problems/invalid-request' }),
    title: z.string().openapi({ description: 'The kind of problem in a few words.' }),
    status: z.int().min(400).max(599).openapi({ description: 'The HTTP status.' }),
    detail: z.string().openapi({ description: 'What to do about it.' }),
    errors: z
      .array(
        z.object({
          path: z
            .string()
            .openapi({ description: 'Dotted; empty for the body as a whole.', example: 'history.0.content' }),
          message: z.string().openapi({ description: 'How to mend it.', example: 'must not be blank' }),
        }),
      )
      .max(MAX_ERRORS)
      .readonly()
      .optional()
      .openapi({ description: 'Only where fields are not valid; at most 20.' }),
  })
  .openapi('Problem', { description: 'RFC 9457. Holds nothing of the request.' })

/** Of what a caller can mend; the other fields are those of the problem itself. */
const exampleErrors = { errors: [{ path: 'message', message: 'must not be blank' }] }

const retryAfter = {
  'Retry-After': {
    description: 'Seconds to wait before the next request.',
    required: true,
    schema: { type: 'integer', minimum: 0 },
    example: 2,
  },
} as const

const rateLimit = {
  'RateLimit-Policy': {
    description: 'Requests for each client in so many seconds.',
    schema: { type: 'string' },
    example: '30;w=60',
  },
  RateLimit: {
    description: 'What is left of them, and in how many seconds they begin anew.',
    schema: { type: 'string' },
    example: 'limit=30, remaining=0, reset=21',
  },
} as const

export interface ProblemResponse {
  description: string
  headers: NonNullable<Exclude<RouteConfig['responses'][string], { $ref: string }>['headers']>
  content: {
    'application/problem+json': { schema: typeof problemDetails; examples: Record<string, { value: object }> }
  }
}

type StatusOf<Kind extends ProblemKind> = (typeof problems)[Kind]['status']

/** Describes the problems that a route may reply with, for its `responses`. */
export function problemResponses<Kind extends ProblemKind>(...kinds: Kind[]): Record<StatusOf<Kind>, ProblemResponse> {
  const entries = kinds.map((kind) => {
    const { status } = problems[kind]
    const alike = kinds.filter((one) => problems[one].status === status)
    return [status, describe(status, alike)]
  })
  // Kinds of one status overwrite each other with the same.
  return Object.fromEntries(entries)
}

function describe(status: number, kinds: readonly ProblemKind[]): ProblemResponse {
  const titles = kinds.map((kind) => problems[kind].title).join(', or: ')
  const headers = { ...(status === 429 || status === 503 ? retryAfter : {}), ...(status === 429 ? rateLimit : {}) }
  const examples = kinds.map((kind) => {
    const errors = kind === 'invalid-request' ? exampleErrors : {}
    return [kind, { value: { ...problemBody(kind), ...errors } }]
  })
  return {
    description: titles,
    headers,
    content: { 'application/problem+json': { schema: problemDetails, examples: Object.fromEntries(examples) } },
  }
}
