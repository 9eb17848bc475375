import { z } from '@hono/zod-openapi'
import { errorBody, faultOf, toFault, UNKNOWN_MODEL } from '../openai/errors.ts'

export const openaiErrorBody = z
  .object({
    error: z
      .object({
        message: z.string().openapi({ description: 'What to do about it. Holds nothing of the request.' }),
        type: z
          .enum(['invalid_request_error', 'rate_limit_error', 'server_error'])
          .openapi({ description: 'Whose turn it is: 4xx, 429, or 5xx.' }),
        param: z.string().nullable().openapi({
          description: 'Which field is wrong, with dots, or null.',
          example: 'messages.0.content',
        }),
        code: z.string().openapi({ description: 'Stable; names the kind of error.', example: 'invalid_value' }),
      })
      .openapi({ description: 'What is wrong.' }),
  })
  .openapi('OpenaiError', { description: "An error in the shape that OpenAI's clients read." })

export type OpenaiError = z.infer<typeof openaiErrorBody>

const DESCRIPTIONS = {
  400: 'A field is not valid (`invalid_value`), asks for what this server does not do (`unsupported_value`) or is too long (`context_length_exceeded`), or the body is not JSON (`malformed_request`)',
  401: 'The server takes calls with a key only (`key_required`), or does not know the one that came (`invalid_api_key`)',
  404: 'No such model (`model_not_found`)',
  413: 'The body is too large (`body_too_large`)',
  415: 'The body is not application/json (`unsupported_media_type`)',
  429: 'Too many requests (`rate_limit_exceeded`); wait as many seconds as Retry-After says',
  500: 'Something went wrong on this server (`internal_error`)',
  503: 'Still starting (`not_ready`) or too many questions at a time (`busy`); wait as many seconds as Retry-After says',
} as const

type Described = keyof typeof DESCRIPTIONS

const BAD_FIELD = {
  code: 'invalid_value',
  param: 'n',
  message: 'must be 1: there is one answer to a question',
} as const

const EXAMPLES: Readonly<Record<Described, OpenaiError>> = {
  400: errorBody(toFault(BAD_FIELD)),
  401: errorBody(faultOf('key-required')),
  404: errorBody(UNKNOWN_MODEL),
  413: errorBody(faultOf('body-too-large')),
  415: errorBody(faultOf('unsupported-media-type')),
  429: errorBody(faultOf('too-many-requests')),
  500: errorBody(faultOf('internal-error')),
  503: errorBody(faultOf('busy')),
}

/** Describes the errors that a route may reply with, for its `responses`. */
export function openaiErrorResponses<Status extends Described>(...statuses: Status[]) {
  const responses = statuses.map((status) => [status, describe(status)])
  return Object.fromEntries(responses) as Record<Status, ReturnType<typeof describe>>
}

const describe = (status: Described) => ({
  description: DESCRIPTIONS[status],
  content: { 'application/json': { schema: openaiErrorBody, example: EXAMPLES[status] } },
})
