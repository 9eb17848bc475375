import type { ReadResourceResult, Resource } from '@modelcontextprotocol/sdk/types.js'
import type { Source } from '../../core/source.ts'

const SCHEME = 'quotewell://sources/'
const mimeType = 'text/plain'

export const SOURCE_TEMPLATE = {
  name: 'source',
  title: 'A source',
  description: 'The canonical text of a source, into which every offset is, in UTF-16 code units.',
  uriTemplate: `${SCHEME}{id}`,
  mimeType,
}

export function toResource({ id, title, publisher, lastRevised, published, text }: Source): Resource {
  const description = [publisher, lastRevised ?? published].filter(Boolean).join(' · ')
  const size = new TextEncoder().encode(text).length
  return { uri: `${SCHEME}${id}`, name: id, title, ...(description ? { description } : {}), mimeType, size }
}

/** The source at an address, or null where there is none. */
export function readResource(sources: readonly Source[], uri: string): ReadResourceResult | null {
  const source = sources.find(({ id }) => uri === `${SCHEME}${id}`)
  return source ? { contents: [{ uri, mimeType, text: source.text }] } : null
}
