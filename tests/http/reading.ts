/** Reads a page as text, as far as these tests need it. */

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }

/** What a browser would show of inline markup: no tags, entities as characters. White space is kept. */
export function textOf(markup: string): string {
  return markup.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}

export function articleOf(page: string): string {
  return /<article[^>]*>(.*)<\/article>/s.exec(page)?.[1] ?? ''
}

/** The blocks of an article as in the canonical text: a table row is its cells, joined by bars. */
export function blocksOf(article: string): string[] {
  const blocks = /<(p|li|h[2-6]|tr)(?: [^>]*)?>(.*?)<\/\1>/gs
  return [...article.matchAll(blocks)].map(([, tag, inner = '']) =>
    tag === 'tr'
      ? textOf(inner.replace(/<\/t[dh]><t[dh][^>]*>/g, ' | '))
          .replace(/\s+/g, ' ')
          .trim()
      : textOf(inner),
  )
}

/** The marked words, piece by piece. */
export function marksOf(markup: string): string[] {
  return [...markup.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map(([, inner = '']) => textOf(inner))
}
