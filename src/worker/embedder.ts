import type { Embedder } from '../core/ports.ts'
import { poolMean, toTokenVectors } from '../core/retrieval/token-states.ts'
import type { Encode } from './encoder.ts'
import type { WordPieces } from './tokenizer.ts'

interface EmbedderParts {
  readonly modelHash: string
  readonly dimensions: number
  /** Tokens that the encoder reads at most. */
  readonly places: number
  readonly pieces: WordPieces
  readonly encode: Encode
}

/** The same numbers as the model gives in Node.js, but for the rounding of sums. */
export function createKernelEmbedder({ modelHash, dimensions, places, pieces, encode }: EmbedderParts): Embedder {
  const read = (text: string) => {
    const ids = pieces.read(text, places)
    return { ids, states: encode(ids), width: dimensions }
  }
  return {
    modelHash,
    dimensions,
    embed: async (texts) => texts.map((text) => poolMean(read(text))),
    embedTokens: async (texts) =>
      texts.map((text) => {
        const one = read(text)
        return { vector: poolMean(one), tokens: toTokenVectors(one), pieces: one.ids.slice(1, -1) }
      }),
    isWord: pieces.isWord,
    continuesWord: pieces.continuesWord,
  }
}
