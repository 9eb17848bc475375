import type { PassageVectors } from '../retrieval/passage-vectors.ts'
import fitted from './question-kinds.json' with { type: 'json' }

/**
 * How well a passage answers a question's kind (symptoms, treatment, inheritance, …), whatever it is about: the mean log
 * probability that the passage answers the kinds which the question may be of, times the square of how sure its kind is;
 * from log 0.01 to 0. Always 0 with a model that it was not fitted to.
 * @param question its unit vector
 * @param place of the passage, in reading order
 */
export type KindMatch = (question: Float32Array) => (place: number) => number

interface Classifier {
  /** What a step of the weights is worth. */
  readonly scale: number
  readonly biases: readonly number[]
  /** Kind by kind, one for each number of a vector. */
  readonly weights: readonly (readonly number[])[]
}

/** A kind that a passage seems not to answer at all must not outweigh everything else; 0.001 to 0.01 tried, no difference. */
const LEAST = 0.01

/**
 * Two classifiers over vectors, one of questions, one of passages: softmax regressions (`scripts/fit-kinds.mjs`) on
 * MedQuAD questions and answers outside MedQuAD-2048.
 */
export function createKindMatch(passages: PassageVectors, modelHash: string): KindMatch {
  const models: readonly string[] = fitted.models
  if (!models.includes(modelHash)) return () => () => 0
  return (question) => {
    const asked = classify(question, fitted.question)
    // Many a reader's question is of none of these kinds, and then a passage must not suffer for being of one.
    const sureness = Math.max(...asked) ** 2
    return (place) => {
      const answered = classify(passages.vectorOf(place), fitted.passage)
      const logOf = (kind: number) => Math.log(Math.max(LEAST, answered[kind] as number))
      return sureness * asked.reduce((sum, share, kind) => sum + share * logOf(kind), 0)
    }
  }
}

/** The probability of each kind. */
function classify(vector: Float32Array, { scale, biases, weights }: Classifier): number[] {
  const scores = weights.map((row, kind) => {
    let sum = 0
    for (let i = 0; i < row.length; i++) sum += (row[i] as number) * (vector[i] as number)
    return (biases[kind] as number) + scale * sum
  })
  const most = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - most))
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / all)
}
