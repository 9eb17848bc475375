import type { TokenEmbedding, TokenMultiplier } from '../ports.ts'
import { type Query, quantiseQuery, type TokenVectors } from './token-vectors.ts'

/**
 * How well rows cover a question, token by token (MaxSim; Khattab and Zaharia 2020): each token of the question takes
 * its most similar token of the row; the mean of these, weighted by how rare the token is in the corpus. The tokens of a
 * word share its weight: else the eight pieces of "mesenchymal chondrosarcoma" would outweigh what is asked about it.
 */
export interface LateInteraction {
  /** For each row, the best similarity of each question token, and the weighted mean of them, about -1 to 1. */
  score(question: TokenEmbedding, rows: readonly number[]): Promise<Coverage[]>
  /** How well these rows cover a question together: for each token the best that any of them reaches. */
  join(question: TokenEmbedding, coverages: readonly Coverage[]): JointCoverage
  /**
   * By how much, at most, one group of rows covers a token better than another does, times the token's weight: 0 to
   * about 9; below 0 where it covers none better, 0 where a group is empty.
   */
  surplus(question: TokenEmbedding, one: readonly Coverage[], other: readonly Coverage[]): number
}

export interface JointCoverage {
  /** Weighted mean of the best similarities, about -1 to 1. */
  readonly mean: number
  /** Weighted mean square of what they lack to 1: one token that nothing covers counts more than many half covered. */
  readonly shortfall: number
  /** The worst covered of the rare tokens, -1 to 1; 1 where none is rare. */
  readonly least: number
  /** Mean in which common tokens weigh most: how well what is asked is covered, rather than what it is asked about. */
  readonly common: number
}

/** A token is rare from this share of the weight of an unknown one: of 5,000 rows one that less than 800 hold. */
const RARE = 0.23
/** Keeps the commonest tokens from settling `common` alone. */
const COMMON_OFFSET = 0.3

export interface Coverage {
  readonly best: Float32Array
  readonly mean: number
}

interface WeighedQuery extends Query {
  /** Of each token: how rare it is. */
  readonly rarities: readonly number[]
  /** Of each token: its part of its word, 1 where it is the whole word. */
  readonly parts: readonly number[]
  /** The products of both. */
  readonly weights: readonly number[]
}

/** @param continuesWord as `Embedder.continuesWord` */
export function createLateInteraction(
  stored: TokenVectors,
  multiplier: TokenMultiplier,
  continuesWord: (piece: number) => boolean,
): LateInteraction {
  const { dimensions, starts, bytes, scales, frequencies } = stored
  const fromMemory: NonNullable<TokenVectors['copyRow']> = (row, target, at) =>
    target.set(bytes.subarray((starts[row] as number) * dimensions, (starts[row + 1] as number) * dimensions), at)
  const copyRow = stored.copyRow ?? fromMemory
  const rowCount = starts.length - 1
  /** Inverse document frequency (Spärck Jones 1972) over rows, smoothed so that an unknown piece weighs most. */
  const rarityOf = (piece: number) => Math.log(1 + rowCount / (1 + (frequencies[piece] ?? 0)))
  const rare = RARE * Math.log(1 + rowCount)
  const bestOf = ({ pieces }: TokenEmbedding, coverages: readonly Coverage[]) => {
    const best = new Float32Array(pieces.length).fill(-1)
    for (const coverage of coverages) {
      for (let i = 0; i < best.length; i++) best[i] = Math.max(best[i] as number, coverage.best[i] as number)
    }
    return best
  }
  // A reply reads rows of one question more than once.
  const queries = new WeakMap<TokenEmbedding, WeighedQuery>()
  const queryOf = (question: TokenEmbedding): WeighedQuery => {
    const known = queries.get(question)
    if (known !== undefined) return known
    const rarities = question.pieces.map(rarityOf)
    const parts = shareWords(question.pieces.map(continuesWord))
    const weights = rarities.map((rarity, at) => rarity * (parts[at] as number))
    const query = { ...quantiseQuery(question.tokens, dimensions), rarities, parts, weights }
    queries.set(question, query)
    return query
  }
  const gather = (rows: readonly number[], count: number): Uint8Array => {
    const gathered = new Uint8Array(count * dimensions)
    let at = 0
    for (const row of rows) {
      copyRow(row, gathered, at)
      at += ((starts[row + 1] as number) - (starts[row] as number)) * dimensions
    }
    return gathered
  }

  return {
    async score(question, rows) {
      const width = question.pieces.length
      const count = rows.reduce((sum, row) => sum + (starts[row + 1] as number) - (starts[row] as number), 0)
      if (width === 0 || count === 0) return rows.map(() => ({ best: new Float32Array(width), mean: 0 }))

      const query = queryOf(question)
      const products = await multiplier.multiply(gather(rows, count), query.bytes, dimensions)
      let at = 0
      return rows.map((row) => {
        const best = new Float32Array(width).fill(Number.NEGATIVE_INFINITY)
        for (let token = starts[row] as number; token < (starts[row + 1] as number); token++) {
          const scale = scales[token] as number
          for (let i = 0; i < width; i++) {
            const similarity = (products[at++] as number) * scale
            if (similarity > (best[i] as number)) best[i] = similarity
          }
        }
        // The scale of the question's token is the same for all of them, so that it can wait until here.
        for (let i = 0; i < width; i++) best[i] = Math.max(-1, (best[i] as number) * (query.scales[i] as number))
        return { best, mean: mean(best, query.weights) }
      })
    },
    join(question, coverages) {
      const best = bestOf(question, coverages)
      const { rarities, parts, weights } = queryOf(question)
      const lacking = best.map((one) => (1 - one) ** 2)
      return {
        mean: mean(best, weights),
        shortfall: mean(lacking, weights),
        least: Math.min(1, ...best.filter((_, token) => (rarities[token] as number) > rare)),
        common: mean(
          best,
          rarities.map((rarity, at) => weighCommon(rarity) * (parts[at] as number)),
        ),
      }
    },
    surplus(question, one, other) {
      if (one.length === 0 || other.length === 0) return 0
      const [first, second] = [bestOf(question, one), bestOf(question, other)]
      const gains = queryOf(question).rarities.map(
        (rarity, token) => rarity * ((first[token] as number) - (second[token] as number)),
      )
      return gains.length === 0 ? 0 : Math.max(...gains)
    },
  }
}

const weighCommon = (rarity: number): number => 1 / (COMMON_OFFSET + rarity)

/** For each piece, one divided by the number of pieces that make up its word. */
function shareWords(continuing: readonly boolean[]): number[] {
  const wordOf: number[] = []
  const sizes: number[] = []
  for (const continues of continuing) {
    if (!continues || sizes.length === 0) sizes.push(0)
    const word = sizes.length - 1
    sizes[word] = (sizes[word] as number) + 1
    wordOf.push(word)
  }
  return wordOf.map((one) => 1 / (sizes[one] as number))
}

/** Weighted; 0 where nothing weighs. */
function mean(values: Float32Array, weights: readonly number[]): number {
  let sum = 0
  let total = 0
  for (const [at, weight] of weights.entries()) {
    sum += weight * (values[at] as number)
    total += weight
  }
  return total === 0 ? 0 : sum / total
}
