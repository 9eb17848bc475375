import { z } from '@hono/zod-openapi'
import { type ProblemKind, problems } from '../problem.ts'

export const problemDetails = z
  .object({
    type: z
      .string()
      .openapi({ description: 'Names the kind of problem; stable.', example: '/problems/invalid-request' }),
    title: z.string(),
    status: z.int().openapi({ description: 'The HTTP status.' }),
    detail: z.string().openapi({ description: 'What to do about it.' }),
    errors: z
      .array(
        z.object({
          path: z
            .string()
            .openapi({ description: 'Dotted; empty for the body as a whole.', example: 'history.0.content' }),
          message: z.string(),
        }),
      )
      .readonly()
      .optional()
      .openapi({ description: 'Only where fields are not valid; at most 20.' }),
  })
  .openapi('Problem', { description: 'RFC 9457. Holds nothing of the request.' })

export interface ProblemResponse {
  description: string
  content: { 'application/problem+json': { schema: typeof problemDetails } }
}

type StatusOf<Kind extends ProblemKind> = (typeof problems)[Kind]['status']

/** Describes the problems that a route may reply with, for its `responses`. */
export function problemResponses<Kind extends ProblemKind>(...kinds: Kind[]): Record<StatusOf<Kind>, ProblemResponse> {
  const content = { 'application/problem+json': { schema: problemDetails } }
  const titles = (status: number) =>
    kinds.filter((kind) => problems[kind].status === status).map((kind) => problems[kind].title)
  const entries = kinds.map((kind) => {
    const { status } = problems[kind]
    return [status, { description: titles(status).join(', or: '), content }]
  })
  return Object.fromEntries(entries)
}
