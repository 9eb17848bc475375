import type { Source } from '../source.ts'
import type { Citation } from './reply.ts'

export function cite(source: Source): Citation {
  const { id, title, authors, publisher, published, lastRevised, url, doi, licence, audience, language } = source
  const readerUrl = `/sources/${id}`
  return { id, title, authors, publisher, published, lastRevised, url, doi, licence, audience, language, readerUrl }
}
