import { z } from '@hono/zod-openapi'
import { disclaimer } from './chat-reply.ts'

const colour = (use: string) => z.string().openapi({ description: `${use}, as #rrggbb.`, example: '#0a5a6b' })

const palette = z
  .object({
    page: colour('Ground of a page'),
    card: colour('Ground of a box on it'),
    text: colour('Text'),
    quiet: colour('Text of less weight'),
    line: colour('Lines between parts'),
    field: colour('Borders of fields'),
    accent: colour('Links and buttons'),
    onAccent: colour('Text on buttons'),
    mark: colour('Ground of what is highlighted'),
    urgent: colour('What is urgent'),
    caution: colour('What needs care'),
  })
  .openapi('Palette', { description: 'Texts differ from their grounds by 4.5 to 1 or more (WCAG 2.2, AA).' })

export const settingsReply = z
  .object({
    title: z.string().openapi({ description: 'What the host calls the chat.', example: 'Quotewell' }),
    greeting: z.string().nullable().openapi({ description: 'Words of the host before the first question, or null.' }),
    theme: z.object({ light: palette, dark: palette }).openapi({ description: 'Colours by colour scheme.' }),
    disclaimers: z
      .array(disclaimer)
      .readonly()
      .openapi({ description: 'Those on every reply: the fixed ones, then those of the host.', minItems: 1 }),
    country: z
      .string()
      .nullable()
      .openapi({ description: 'ISO 3166-1 alpha-2 code where a request names none, or null.', example: 'GB' }),
    languages: z
      .object({
        answers: z
          .array(z.string())
          .readonly()
          .openapi({
            description: 'ISO 639-1 codes of the languages that questions are answered in.',
            example: ['en'],
          }),
        fixedTexts: z
          .array(z.string())
          .readonly()
          .openapi({ description: 'Of those in which a message gets a fixed text only.', example: ['es', 'fr'] }),
      })
      .openapi({ description: 'What is understood in which language.' }),
    limits: z
      .object({
        messageChars: z.int().openapi({ description: 'Of a message.' }),
        turns: z.int().openapi({ description: 'Turns of the history.' }),
        turnChars: z.int().openapi({ description: 'Of a turn.' }),
        quotes: z.int().openapi({ description: 'Quotes of a reply.' }),
      })
      .openapi({ description: 'Of a chat request; lengths in UTF-16 code units.' }),
  })
  .openapi('Settings', { description: 'What a page needs to know before the first question.' })
