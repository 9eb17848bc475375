import type { Row } from './corpus-rows.ts'
import type { Framing } from './frame.ts'

/**
 * How a question is worded: log odds that it is one without an answer rather than a reader question. Above 0 it reads
 * like the former, below like the latter; 0 where the corpus lacks either list.
 */
export type WordingOdds = (question: string) => number

/** A power of two. Words, pairs and frames are hashed into them: a map of them all would take some 3 MB. */
const BUCKETS = 1 << 16
/** 2 to 8 tried. */
const ROUNDS = 4
const RATE = 0.3
/** Pulls weights towards 0. */
const RIDGE = 1e-4
/** Where AdaGrad's sums begin, so that nothing is divided by 0. */
const LEAST_SQUARE = 1e-6

interface Example {
  readonly buckets: Uint16Array
  readonly isUnanswered: boolean
}

/**
 * Logistic regression over words, pairs of neighbours and frames, fitted to the two lists by AdaGrad (Duchi et al., JMLR
 * 12, 2011) in a fixed order: the same corpus gives the same odds. What a question is asked about, search compares; how
 * it asks, this does.
 */
export function createWordingOdds(rows: readonly Row[], framing: Framing): WordingOdds {
  const toBuckets = createBucketing(framing)
  const examples = rows
    .filter(({ kind }) => kind !== 'sentence')
    .map(({ kind, text }): Example => ({ buckets: toBuckets(text), isUnanswered: kind === 'unanswered' }))
    .filter(({ buckets }) => buckets.length > 0)
  const unanswered = examples.filter(({ isUnanswered }) => isUnanswered).length
  if (unanswered === 0 || unanswered === examples.length) return () => 0

  const { weights, bias } = learn(examples)
  return (question) => {
    const buckets = toBuckets(question)
    return buckets.length === 0 ? 0 : bias + sumOf(buckets, weights)
  }
}

function learn(examples: readonly Example[]): { weights: Float32Array; bias: number } {
  const weights = new Float32Array(BUCKETS)
  const squares = new Float32Array(BUCKETS).fill(LEAST_SQUARE)
  let [bias, biasSquares] = [0, LEAST_SQUARE]
  const stride = strideOf(examples.length)
  for (let step = 0; step < ROUNDS * examples.length; step++) {
    const { buckets, isUnanswered } = examples[(step * stride) % examples.length] as Example
    const error = 1 / (1 + Math.exp(-bias - sumOf(buckets, weights))) - (isUnanswered ? 1 : 0)
    const own = error / Math.sqrt(buckets.length)
    for (const bucket of buckets) {
      const weight = weights[bucket] as number
      const slope = own + RIDGE * weight
      const square = (squares[bucket] as number) + slope * slope
      squares[bucket] = square
      weights[bucket] = weight - (RATE * slope) / Math.sqrt(square)
    }
    biasSquares += error * error
    bias -= (RATE * error) / Math.sqrt(biasSquares)
  }
  return { weights, bias }
}

/** Long questions have more features, so that each counts less. */
function sumOf(buckets: Uint16Array, weights: Float32Array): number {
  let sum = 0
  for (const bucket of buckets) sum += weights[bucket] as number
  return sum / Math.sqrt(buckets.length)
}

/** Steps of this length reach all of `count` places, each once, and neighbours in the lists far apart. */
function strideOf(count: number): number {
  let stride = Math.max(1, Math.round(count * 0.618))
  while (divisorOf(stride, count) > 1) stride++
  return stride
}

function divisorOf(one: number, other: number): number {
  return other === 0 ? one : divisorOf(other, one % other)
}

/** Which buckets a question falls into, each once. Tokens are hashed once, pairs from the hashes of both. */
function createBucketing({ toTokens, toFrame }: Framing) {
  const hashes = new Map<string, number>()
  const hashOf = (token: string) => {
    const before = hashes.get(token)
    if (before !== undefined) return before
    const hash = hashOfText(token)
    hashes.set(token, hash)
    return hash
  }
  return (question: string): Uint16Array => {
    const buckets = new Set<number>()
    const add = (tokens: readonly string[], kind: number) => {
      for (let at = 1; at < tokens.length; at++) {
        buckets.add(bucketOf(mix(mix(kind, hashOf(tokens[at - 1] as string)), hashOf(tokens[at] as string))))
      }
    }
    const tokens = toTokens(question)
    if (tokens.length === 0) return new Uint16Array()
    for (const token of tokens) buckets.add(bucketOf(hashOf(token)))
    add(tokens, PAIR)
    add(toFrame(tokens), FRAME)
    return Uint16Array.from(buckets)
  }
}

/** So that a pair of tokens and the same pair in a frame fall apart. */
const [PAIR, FRAME] = [1, 2]

/** FNV-1a in 32 bits (Fowler, Noll and Vo). */
function hashOfText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at))
  return hash
}

function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193)
}

function bucketOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1)
}
