import { z } from '@hono/zod-openapi'

export const sourceId = z.string().openapi({
  description: 'Name of the corpus file, of the letters a-z, digits and hyphens.',
  example: 'mesenchymal-chondrosarcoma-liddy-shriver',
})

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
    title: z.string(),
    authors: z.array(z.string()).readonly(),
    publisher: z.string().nullable(),
    published: partialDate('Date of publication'),
    lastRevised: partialDate('Date of the last revision'),
    url: z.string().nullable().openapi({ description: 'The original, an http or https address.' }),
    doi: z.string().nullable(),
    licence: z.string().nullable(),
    audience: z.enum(['patient', 'clinician']).nullable().openapi({ description: 'For whom the source was written.' }),
    readerUrl: z.string().openapi({
      description: 'Path of the readable page on this server; add ?start=&end=#quote to have a span highlighted.',
      example: '/sources/mesenchymal-chondrosarcoma-liddy-shriver',
    }),
  })
  .openapi('Source', { description: 'What is known of a source. Unknown facts are null.' })

export const sourceList = z
  .object({ sources: z.array(citation).readonly().openapi({ description: 'In the order of their ids.' }) })
  .openapi('SourceList')

const sectionSpan = z.object({
  title: z.string(),
  level: z.int().min(1).max(6).openapi({ description: 'As of a Markdown heading.' }),
  start: offset('Start of its heading'),
  end: offset('End of the section, exclusive'),
})

export const sourceText = citation
  .extend({
    text: z.string().openapi({ description: 'The canonical text. Every offset in this API is into it.' }),
    sections: z.array(sectionSpan).readonly().openapi({ description: 'In reading order; subsections overlap theirs.' }),
  })
  .openapi('SourceText')
