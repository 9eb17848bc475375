import { z } from '@hono/zod-openapi'
import { offset, passageId, quotedText, section, sourceId } from './source.ts'
import { questionText, strictObject } from './text.ts'

const MAX_PASSAGES = 50
const DEFAULT_PASSAGES = 10
const passageCount = `must be a whole number from 1 to ${MAX_PASSAGES}`

export const searchRequest = strictObject({
  query: questionText().openapi({
    description: 'What to search for, 1 to 2,000 UTF-16 code units after trimming. Never stored.',
    example: 'Is it hereditary?',
  }),
  limit: z
    .int({ error: passageCount })
    .min(1, passageCount)
    .max(MAX_PASSAGES, passageCount)
    .default(DEFAULT_PASSAGES)
    .openapi({ description: 'The reply holds no more passages than this.' }),
}).openapi('SearchRequest', { description: 'A search without an answer.' })

const passage = z
  .object({
    passageId,
    sourceId,
    section,
    start: offset('Start, inclusive'),
    end: offset('End, exclusive'),
    text: quotedText,
    score: z
      .number()
      .min(0)
      .max(1)
      .openapi({ description: 'How well it fits, 0 to 1; for ranking, not a probability.', example: 0.41 }),
  })
  .openapi('Passage', { description: 'A paragraph, list item or table row.' })

export const searchReply = z
  .object({ passages: z.array(passage).openapi({ description: 'Best first, however poor the best is.' }) })
  .openapi('SearchReply', { description: 'What fits the query.' })
