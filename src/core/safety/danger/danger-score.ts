import type { TokenMultiplier } from '../../ports.ts'
import type { Sentence } from '../plain-words.ts'
import { featuresOf } from './features.ts'
import { layerScore, openLayer, type StoredLayer } from './hidden-layer.ts'
import { meaningOf, PARTS_OF_MEANING, type ReadEmbedding } from './meaning.ts'
import { readSteps } from './steps.ts'
import weights from './weights.json' with { type: 'json' }

/** A score by words alone, and one by words and meaning. */
interface Score {
  readonly words: WordWeights
  readonly meaning: WordWeights & { readonly layer: StoredLayer }
}

interface WordWeights {
  readonly bias: number
  /** What a step of `steps` is worth. */
  readonly scale: number
  /** One character for each bucket. */
  readonly steps: string
}

const danger = openScore(weights.danger, PARTS_OF_MEANING)
const kind = openScore(weights.kind, 1)
const ends: ReadonlySet<number> = new Set(weights.ends)

/**
 * How much a message sounds like the tuning messages that tell of a danger at hand, and unlike the harmless ones: log
 * odds, 0 for even. Logistic regression over words and pairs of words (`scripts/fit-danger.mjs`); it needs no model.
 * Time grows linearly with the message.
 */
export function dangerInWords(sentences: readonly Sentence[]): number {
  return danger.ofWords(sentences)
}

/**
 * The same from the words and the meaning: a hidden layer over the message's vector, its tokens and its sentences,
 * beside the words.
 * @param embedding the message's, from a model of `weights.json`'s `models`: see `knowsModel`
 */
export function dangerInMeaning(
  sentences: readonly Sentence[],
  embedding: ReadEmbedding,
  multiplier: TokenMultiplier,
): Promise<number> {
  return danger.ofMeaning(sentences, meaningOf(embedding, ends), multiplier)
}

/** Whether a message of danger is one of a crisis: log odds against an emergency. */
export function crisisInWords(sentences: readonly Sentence[]): number {
  return kind.ofWords(sentences)
}

/** The same from the words and the message's vector. @param vector as in `dangerInMeaning` */
export function crisisInMeaning(
  sentences: readonly Sentence[],
  vector: Float32Array,
  multiplier: TokenMultiplier,
): Promise<number> {
  return kind.ofMeaning(sentences, vector, multiplier)
}

/** Whether the scores were fitted to this model's vectors. @param modelHash as of `Embedder` */
export function knowsModel(modelHash: string): boolean {
  const models: readonly string[] = weights.models
  return models.includes(modelHash)
}

function openScore({ words, meaning }: Score, parts: number) {
  const [ofWords, ofOwnWords] = [openWords(words), openWords(meaning)]
  const layer = openLayer(meaning.layer, parts)
  return {
    ofWords,
    ofMeaning: async (sentences: readonly Sentence[], input: Float32Array, multiplier: TokenMultiplier) =>
      ofOwnWords(sentences) + (await layerScore(layer, input, multiplier)),
  }
}

/** Long messages have more features, so that each counts less. */
function openWords({ bias, scale, steps }: WordWeights): (sentences: readonly Sentence[]) => number {
  const buckets = readSteps(steps)
  return (sentences) => {
    const features = featuresOf(sentences)
    const sum = features.reduce((total, feature) => total + (buckets[feature] ?? 0), 0)
    return features.length === 0 ? bias : bias + (scale * sum) / Math.sqrt(features.length)
  }
}
