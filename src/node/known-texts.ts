import { toEmbeddedText, toPassageTexts, toRows } from '../core/retrieval/corpus-rows.ts'
import type { PackedTokens } from '../core/retrieval/token-vectors.ts'
import type { OlderIndex } from './index-store.ts'

/** Texts that need not be embedded again: a text's vectors depend on it and the model alone. */
export interface KnownTexts {
  has(text: string, withTokens: boolean): boolean
  vector(text: string): Float32Array | null
  /** Only until the next call: what was given may be written over by then. */
  tokens(text: string): PackedTokens | null
}

export function findOlder({ corpus, vector, passages, tokens }: OlderIndex): KnownTexts {
  const rows = new Map(toRows(corpus).map((row, at) => [toEmbeddedText(row), at]))
  const places = new Map(toPassageTexts(corpus).map((text, place) => [text, place]))
  const dimensions = places.size === 0 ? 0 : passages.length / corpus.passages.length
  return {
    has: (text, withTokens) => rows.has(text) || (!withTokens && places.has(text)),
    vector(text) {
      const row = rows.get(text)
      if (row !== undefined) return vector(row)
      const place = places.get(text)
      return place === undefined ? null : passages.subarray(place * dimensions, (place + 1) * dimensions)
    },
    tokens(text) {
      const row = rows.get(text)
      return row === undefined ? null : tokens.row(row)
    },
  }
}
