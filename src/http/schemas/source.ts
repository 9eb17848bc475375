import { z } from '@hono/zod-openapi'

export const sourceId = z.string().openapi({
  description: 'Name of the corpus file, of the letters a-z, digits and hyphens.',
  example: 'mesenchymal-chondrosarcoma-liddy-shriver',
})

export const passageId = z.string().openapi({
  description: 'Names the paragraph, list item or table row, the same until the source changes.',
  example: 'mesenchymal-chondrosarcoma-liddy-shriver:28',
})

export const quotedText = z
  .string()
  .openapi({ description: 'Exactly `text.slice(start, end)` of the source, as GET /api/sources/{id} gives it.' })

/** An offset into a source's canonical text. */
export const offset = (description: string) =>
  z
    .int()
    .min(0)
    .openapi({ description: `${description}, in UTF-16 code units into the canonical text of the source.` })

export const section = z
  .string()
  .nullable()
  .openapi({ description: 'Title of the nearest heading above, or null where there is none.' })

const partialDate = (description: string) =>
  z
    .string()
    .nullable()
    .openapi({ description: `${description}: YYYY, YYYY-MM or YYYY-MM-DD, or null.`, example: '2004-12' })

export const citation = z
  .object({
    id: sourceId,
    title: z.string().openapi({ description: 'As its publisher has it.' }),
    authors: z
      .array(z.string())
      .readonly()
      .openapi({ description: 'In the order of the source; empty where unknown.' }),
    publisher: z.string().nullable().openapi({ description: 'Who published it: a journal, a charity.' }),
    published: partialDate('Date of publication'),
    lastRevised: partialDate('Date of the last revision'),
    url: z.string().nullable().openapi({ description: 'The original, an http or https address.' }),
    doi: z.string().nullable().openapi({
      description: 'Digital object identifier, without `https://doi.org/`.',
      example: '10.1186/s12883-022-02645-x',
    }),
    licence: z.string().nullable().openapi({ description: 'Under which terms its words may be used, in words.' }),
    audience: z.enum(['patient', 'clinician']).nullable().openapi({ description: 'For whom the source was written.' }),
    language: z.string().optional().openapi({
      description:
        'Of its words: a BCP 47 tag. Mark quotes with it, for screen readers. Clients of older servers find none.',
      example: 'en',
    }),
    readerUrl: z.string().openapi({
      description: 'Path of the readable page on this server; add ?start=&end=#quote to have a span highlighted.',
      example: '/sources/mesenchymal-chondrosarcoma-liddy-shriver',
    }),
  })
  .openapi('Source', { description: 'What is known of a source. Unknown facts are null.' })

export const sourceList = z
  .object({ sources: z.array(citation).readonly().openapi({ description: 'In the order of their ids.' }) })
  .openapi('SourceList', { description: 'Every source of the corpus.' })

const sectionSpan = z
  .object({
    title: z.string().openapi({ description: 'Words of its heading.' }),
    level: z.int().min(1).max(6).openapi({ description: 'Depth of the heading: 1 is the highest.' }),
    start: offset('Start of its heading'),
    end: offset('End of the section, exclusive'),
  })
  .openapi({ description: 'A heading and what stands under it.' })

export const sourceText = citation
  .extend({
    text: z.string().openapi({ description: 'The canonical text. Every offset in this API is into it.' }),
    sections: z.array(sectionSpan).readonly().openapi({ description: 'In reading order; subsections overlap theirs.' }),
  })
  .openapi('SourceText', { description: 'A source with its words.' })
