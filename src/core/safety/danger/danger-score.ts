import type { TokenEmbedding } from '../../ports.ts'
import type { Sentence } from '../plain-words.ts'
import { featuresOf } from './features.ts'
import { layerScore, openLayer } from './hidden-layer.ts'
import { meaningOf } from './meaning.ts'
import weights from './weights.json' with { type: 'json' }

/**
 * How much a message sounds like the tuning messages that tell of a danger at hand, and unlike the harmless ones: log
 * odds, 0 for even. Logistic regression over words and pairs of words (`scripts/fit-danger.mjs`); it needs no model.
 * Time grows linearly with the message.
 */
export function dangerInWords(sentences: readonly Sentence[]): number {
  return wordsScore(sentences, weights.words)
}

const layer = openLayer(weights.meaning.layer)

/**
 * The same from the words and the meaning: a hidden layer over the message's vector and its tokens, beside the words.
 * @param embedding the message's, from a model of `weights.json`'s `models`: see `knowsModel`
 */
export function dangerInMeaning(
  sentences: readonly Sentence[],
  embedding: Pick<TokenEmbedding, 'vector' | 'tokens'>,
): number {
  return wordsScore(sentences, weights.meaning) + layerScore(layer, meaningOf(embedding))
}

/** Whether a message of danger is one of a crisis: log odds against an emergency. */
export function crisisInWords(sentences: readonly Sentence[]): number {
  return wordsScore(sentences, weights.kind)
}

/** Whether the score was fitted to this model's vectors. @param modelHash as of `Embedder` */
export function knowsModel(modelHash: string): boolean {
  const models: readonly string[] = weights.models
  return models.includes(modelHash)
}

interface WordWeights {
  readonly bias: number
  /** What a step of `buckets` is worth. */
  readonly scale: number
  readonly buckets: readonly number[]
}

/** Long messages have more features, so that each counts less. */
function wordsScore(sentences: readonly Sentence[], { bias, scale, buckets }: WordWeights): number {
  const features = featuresOf(sentences)
  const sum = features.reduce((total, feature) => total + (buckets[feature] ?? 0), 0)
  return features.length === 0 ? bias : bias + (scale * sum) / Math.sqrt(features.length)
}
