import { z } from '@hono/zod-openapi'
import { expected, MAX_MESSAGE_CHARS, questionText, strictObject, textUpTo } from './text.ts'

export const MAX_TURNS = 20
export const MAX_TURN_CHARS = 4000
const MAX_QUOTES = 5
const DEFAULT_QUOTES = 3

const turn = strictObject({
  role: z
    .enum(['user', 'assistant'], { error: expected('user or assistant') })
    .openapi({ description: 'Who wrote it: the reader or the chat.' }),
  content: textUpTo(MAX_TURN_CHARS).openapi({
    description: 'What was written, 1 to 4,000 UTF-16 code units. Never stored.',
  }),
}).openapi('Turn', { description: 'An earlier message.' })

/** For callers who would rather ask than be refused. */
export const LIMITS = {
  messageChars: MAX_MESSAGE_CHARS,
  turns: MAX_TURNS,
  turnChars: MAX_TURN_CHARS,
  quotes: MAX_QUOTES,
} as const

const quoteCount = `a whole number from 1 to ${MAX_QUOTES}`

export const chatRequest = strictObject({
  message: questionText().openapi({
    description: 'The question, 1 to 2,000 UTF-16 code units after trimming. Never stored.',
    example: 'What is mesenchymal chondrosarcoma?',
  }),
  history: z
    .array(turn, { error: 'must be a list of turns' })
    .max(MAX_TURNS, `must hold at most ${MAX_TURNS} turns; send the latest`)
    .default([])
    .openapi({
      description: 'The turns before this message, oldest first, at most 20. The server keeps nothing between calls.',
    }),
  country: z
    .string({ error: expected('text') })
    .regex(/^[A-Za-z]{2}$/, 'must be an ISO 3166-1 country code of two letters, such as GB')
    .toUpperCase()
    .optional()
    .openapi({
      description:
        'ISO 3166-1 alpha-2 code of the reader, in either case, for the phone numbers in safety notices. Without it, that of the server, if one is set.',
      example: 'GB',
    }),
  maxQuotes: z
    .int({ error: `must be ${quoteCount}` })
    .min(1, `must be ${quoteCount}`)
    .max(MAX_QUOTES, `must be ${quoteCount}`)
    .default(DEFAULT_QUOTES)
    .openapi({ description: 'The reply holds no more quotes than this.' }),
}).openapi('ChatRequest', { description: 'A question. No other fields are allowed.' })
