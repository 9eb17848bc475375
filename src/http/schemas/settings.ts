import { z } from '@hono/zod-openapi'
import { disclaimer } from './chat-reply.ts'

const colour = z.string().openapi({ description: '#rrggbb', example: '#0a5a6b' })

const palette = z
  .object({
    page: colour,
    card: colour,
    text: colour,
    quiet: colour,
    line: colour,
    field: colour,
    accent: colour,
    onAccent: colour,
    mark: colour,
    urgent: colour,
    caution: colour,
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
    languages: z.object({
      answers: z
        .array(z.string())
        .readonly()
        .openapi({ description: 'ISO 639-1 codes of the languages that questions are answered in.', example: ['en'] }),
      fixedTexts: z
        .array(z.string())
        .readonly()
        .openapi({ description: 'Of those in which a message gets a fixed text only.', example: ['es', 'fr'] }),
    }),
    limits: z
      .object({ messageChars: z.int(), turns: z.int(), turnChars: z.int(), quotes: z.int() })
      .openapi({ description: 'Of a chat request; lengths in UTF-16 code units.' }),
  })
  .openapi('Settings')
