import { z } from '@hono/zod-openapi'
import { offset, sourceId, sourceText } from './source.ts'
import { expected, strictObject } from './text.ts'

/** What a model can read at once; in UTF-16 code units, as every offset. */
export const MAX_READ_CHARS = 20_000

const place = 'a whole number, 0 or higher'
const bound = (description: string) =>
  z
    .int({ error: expected(place) })
    .min(0, `must be ${place}`)
    .optional()
    .openapi({ description })

export const readSourceRequest = strictObject({
  id: z.string({ error: expected('text') }).openapi({
    description: 'Id of the source, as in `sourceId` of a quote or a passage.',
    example: 'mesenchymal-chondrosarcoma-liddy-shriver',
  }),
  start: bound('Where to begin, in UTF-16 code units into the canonical text. 0 where absent.'),
  end: bound(`Where to end, exclusive. At most ${MAX_READ_CHARS} code units are read at once.`),
}).openapi('ReadSourceRequest')

export const readSourceReply = sourceText
  .extend({
    id: sourceId,
    text: z.string().openapi({ description: 'Exactly the canonical text from start to end.' }),
    start: offset('Start of the text, inclusive'),
    end: offset('End of the text, exclusive'),
    length: z.int().min(0).openapi({ description: 'Of the whole canonical text, in UTF-16 code units.' }),
  })
  .openapi('ReadSourceReply')
