import { z } from '@hono/zod-openapi'
import { citation, offset, section, sourceId } from './source.ts'

const tableRow = z
  .object({ headers: z.array(z.string()).readonly(), cells: z.array(z.string()).readonly() })
  .openapi({ description: 'Only where the quote is a table row: its cells, as many as headers.' })

const quote = z
  .object({
    n: z.int().min(1).openapi({ description: 'Place of the quote, from 1.' }),
    text: z.string().openapi({ description: 'Exactly the canonical text of the source from start to end.' }),
    sourceId,
    start: offset('Start, inclusive'),
    end: offset('End, exclusive'),
    section,
    page: z.int().min(1).optional().openapi({
      description: 'Page of the original on which the quote begins, as PDF readers count; only where it has pages.',
    }),
    passageId: z.string(),
    score: z
      .number()
      .min(0)
      .max(1)
      .openapi({ description: 'Probability, 0 to 1, that the quote answers the question.' }),
    key: z
      .object({ start: offset('Start, inclusive'), end: offset('End, exclusive') })
      .optional()
      .openapi({ description: 'The part of the quote that answers best. Only where the quote holds more than that.' }),
    table: tableRow.optional(),
    sensitive: z
      .enum(['prognosis'])
      .optional()
      .openapi({ description: 'Only where the quote holds figures of survival or death. Ask before showing it.' }),
  })
  .openapi('Quote')

const action = z.object({
  label: z.string(),
  href: z.string().openapi({ description: 'A tel:, sms: or https: address.', example: 'tel:112' }),
})

const notice = z
  .object({
    kind: z.string().openapi({
      description: 'Why the notice is shown. More kinds may be added.',
      examples: ['emergency', 'crisis', 'personal_advice', 'prognosis', 'source_age', 'case_report'],
    }),
    id: z.string(),
    version: z.int().min(1),
    severity: z.enum(['urgent', 'caution', 'info']),
    text: z.string(),
    actions: z.array(action).readonly(),
  })
  .openapi('Notice')

const disclaimer = z.object({ id: z.string(), version: z.int().min(1), text: z.string() }).openapi('Disclaimer')

export const chatReply = z
  .object({
    id: z.uuid().openapi({ description: 'Of this reply only; it identifies nobody.' }),
    status: z.enum(['answered', 'no_answer', 'safety', 'conversation', 'unsupported_language']),
    language: z.string().optional().openapi({
      description: 'ISO 639-1 code of the language of `message` and of urgent notices, where that is not English.',
      example: 'es',
    }),
    message: z.string().openapi({ description: 'Fixed text from the reviewed catalogue; never generated.' }),
    question: z.object({
      asked: z.string().openapi({ description: 'The message, trimmed.' }),
      searched: z.string().nullable().openapi({ description: 'The standalone question that was searched, or null.' }),
    }),
    quotes: z.array(quote).readonly().openapi({
      description:
        'Best first, but of sources that give different figures the newest (notice `sources_differ`). Empty unless the status is `answered`.',
    }),
    sources: z.array(citation).readonly().openapi({ description: 'Each source quoted, once.' }),
    notices: z.array(notice).readonly().openapi({ description: 'Urgent ones first. Show them above the quotes.' }),
    disclaimers: z.array(disclaimer).readonly().openapi({ description: 'Never empty, on every status.', minItems: 1 }),
    suggestions: z.array(z.string()).readonly().openapi({ description: 'Questions that the corpus answers.' }),
  })
  .openapi('ChatReply')

export type ChatReply = z.infer<typeof chatReply>
