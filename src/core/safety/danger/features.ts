import type { Sentence } from '../plain-words.ts'

/** Buckets that features are hashed into; 2^13 to 2^16 tried, the larger ones gained nothing. */
export const BUCKETS = 1 << 14
const PIECE = 4

/**
 * What a message's words say to the danger score: its words, pairs of neighbouring words with and without one between
 * them, and the pieces of four letters of each word, which outlive a misspelling. Numbers count as one word, but for
 * those that may be the temperature of a fever.
 * @returns buckets, each once
 */
export function featuresOf(sentences: readonly Sentence[]): readonly number[] {
  const known = features.get(sentences)
  if (known !== undefined) return known
  const found = readFeatures(sentences)
  features.set(sentences, found)
  return found
}

/** Up to four scores ask for those of one message. */
const features = new WeakMap<readonly Sentence[], readonly number[]>()

function readFeatures(sentences: readonly Sentence[]): readonly number[] {
  const tokens = sentences.flatMap(tokensOf)
  const buckets = new Set<number>()
  tokens.forEach((token, at) => {
    if (token !== '.') buckets.add(bucketOf(token))
    for (const next of [tokens[at + 1], tokens[at + 2]]) if (next) buckets.add(bucketOf(`${token}_${next}`))
    const edged = `<${token}>`
    for (let from = 0; from + PIECE <= edged.length; from++)
      buckets.add(bucketOf(`=${edged.slice(from, from + PIECE)}`))
  })
  return [...buckets]
}

function tokensOf({ words, clauses, isAsked }: Sentence): string[] {
  const tokens = words.flatMap((word, at) => {
    const token = /^\d/.test(word) ? numberToken(word) : word
    return at > 0 && clauses[at] !== clauses[at - 1] ? [',', token] : [token]
  })
  return [...tokens, isAsked ? '?' : '.']
}

/** From 38 °C or 100.4 °F on; without a decimal it may as well be an age. */
function numberToken(word: string): string {
  if (/^(?:38|39|4[0-2]|10[1-7])\.\d$|^100\.[4-9]$/.test(word)) return '#fever'
  return /^(?:38|39|4[0-2]|10[1-7])$/.test(word) ? '#high' : '#'
}

/** FNV-1a in 32 bits, folded. */
function bucketOf(feature: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1)
}
