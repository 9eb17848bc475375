import { z } from '@hono/zod-openapi'
import { citation, offset, passageId, quotedText, section, sourceId } from './source.ts'

const tableRow = z
  .object({
    headers: z.array(z.string()).readonly().openapi({ description: 'Names of the columns, in order.' }),
    cells: z.array(z.string()).readonly().openapi({ description: 'As many as headers; an empty cell is empty text.' }),
    caption: z.string().optional().openapi({
      description: 'The title that the source gives the table. Show it: it may tell the unit of the figures.',
    }),
  })
  .openapi({ description: 'Only where the quote is a table row.' })

const quote = z
  .object({
    n: z.int().min(1).max(5).openapi({ description: 'Place of the quote, from 1.' }),
    text: quotedText,
    sourceId,
    start: offset('Start, inclusive'),
    end: offset('End, exclusive'),
    section,
    page: z.int().min(1).optional().openapi({
      description: 'Page of the original on which the quote begins, as PDF readers count; only where it has pages.',
    }),
    passageId,
    score: z
      .number()
      .min(0)
      .max(1)
      .openapi({ description: 'Calibrated probability, 0 to 1, that the quote answers the question.', example: 0.93 }),
    key: z
      .object({ start: offset('Start, inclusive'), end: offset('End, exclusive') })
      .optional()
      .openapi({ description: 'The part of the quote that answers best. Only where the quote holds more than that.' }),
    table: tableRow.optional(),
    sensitive: z.enum(['prognosis']).optional().openapi({
      description: 'Only where the quote holds figures of survival or death. Ask before showing it.',
    }),
  })
  .openapi('Quote', { description: 'A verbatim span of a source.' })

const action = z
  .object({
    label: z.string().openapi({ description: 'What to show on the link.', example: 'Call 112' }),
    href: z.string().openapi({ description: 'A tel:, sms: or https: address.', example: 'tel:112' }),
  })
  .openapi({ description: 'A way to get help.' })

const textId = z.string().openapi({ description: 'Names the text in the reviewed catalogue; stable.' })
const textVersion = z.int().min(1).openapi({ description: 'Grows with each change of the words.' })

const notice = z
  .object({
    kind: z.string().openapi({
      description: 'Why the notice is shown. More kinds may be added.',
      examples: [
        'emergency',
        'crisis',
        'personal_advice',
        'prognosis',
        'source_age',
        'case_report',
        'sources_differ',
        'personal_data',
      ],
    }),
    id: textId,
    version: textVersion,
    severity: z.enum(['urgent', 'caution', 'info']).openapi({
      description:
        'How to show it: `urgent` means danger, first and most visible; `caution` before the quotes; `info` beside.',
    }),
    text: z.string().openapi({ description: 'Fixed text, plain, without markup. Show all of it, unchanged.' }),
    actions: z.array(action).readonly().openapi({
      description:
        'Whom to turn to, in the order of use; on a crisis those of the catalogue, then those of the host. Where neither the request nor the server names a country, those of several, each label with where it works.',
    }),
  })
  .openapi('Notice', { description: 'A warning or a caution beside the quotes, or instead of them.' })

export const disclaimer = z
  .object({
    id: textId,
    version: textVersion,
    text: z.string().openapi({ description: 'Fixed text, plain, without markup. Show all of it, unchanged.' }),
  })
  .openapi('Disclaimer', { description: 'What every reader must be told with every reply.' })

export const chatReply = z
  .object({
    id: z.uuid().openapi({ description: 'Of this reply only; it identifies nobody.' }),
    status: z.enum(['answered', 'no_answer', 'safety', 'conversation', 'unsupported_language']).openapi({
      description:
        '`answered`: there are quotes. `no_answer`: the sources do not tell. `safety`: the message tells of an emergency or a crisis; the notices say what to do. `conversation`: a greeting, thanks or a question about the chat. `unsupported_language`: the message is not in English.',
    }),
    language: z.string().optional().openapi({
      description:
        'ISO 639-1 code of the language of `message` and of urgent notices. Only there where that is not English.',
      example: 'es',
    }),
    message: z.string().openapi({
      description: 'Fixed text from the reviewed catalogue, plain, without markup; never generated. Show it first.',
    }),
    question: z
      .object({
        asked: z.string().openapi({ description: 'The message, trimmed.' }),
        searched: z.string().nullable().openapi({
          description:
            'The question that was searched: the message, its spelling mended, completed from earlier turns. Null where nothing was searched.',
        }),
      })
      .openapi({ description: 'What was asked, and what was understood.' }),
    quotes: z.array(quote).readonly().openapi({
      description:
        'Best first, but of sources that give different figures the newest (notice `sources_differ`). At most `maxQuotes`. Empty unless the status is `answered`.',
    }),
    sources: z.array(citation).readonly().openapi({
      description: 'Each source quoted, once, in the order of their first quotes. Cite them beside the quotes.',
    }),
    notices: z.array(notice).readonly().openapi({ description: 'Urgent ones first. Show them above the quotes.' }),
    disclaimers: z.array(disclaimer).readonly().openapi({
      description:
        'Never empty, on every status: the fixed ones, then those of the host, whose ids begin with `host.`.',
      minItems: 1,
    }),
    suggestions: z.array(z.string()).readonly().openapi({
      description: 'Questions that the corpus answers, to ask next; often empty.',
    }),
  })
  .openapi('ChatReply', { description: 'The answer: verbatim quotes, and fixed texts around them.' })

export type ChatReply = z.infer<typeof chatReply>
