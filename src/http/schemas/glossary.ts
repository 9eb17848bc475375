import { z } from '@hono/zod-openapi'
import { offset, section, sourceId } from './source.ts'

const explanation = z
  .object({
    text: z.string().openapi({ description: 'Exactly the words of the source from start to end.' }),
    sourceId,
    start: offset('Start of the quote, inclusive'),
    end: offset('End of the quote, exclusive'),
    section,
  })
  .openapi({ description: 'A verbatim span of a source that says what the term means.' })

const term = z
  .object({
    term: z.string().openapi({ description: 'The word, as the source has it.', example: 'translocation' }),
    forms: z
      .array(z.string())
      .readonly()
      .openapi({
        description:
          'The wordings that stand for the term in texts, the term itself first. They are meant as whole words, in ' +
          'capitals or not; a form without small letters, such as ED, only as it is written. Where forms overlap, the longest counts.',
      }),
    quote: explanation,
  })
  .openapi('GlossaryTerm', { description: 'A word and the quote that explains it.' })

export const glossaryReply = z
  .object({
    terms: z.array(term).readonly().openapi({
      description: 'By term. One that several sources explain stands once for each, sources for patients first.',
    }),
  })
  .openapi('Glossary', { description: 'What the sources explain.' })
