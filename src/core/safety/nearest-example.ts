import type { Embedder, TokenMultiplier } from '../ports.ts'
import { quantiseQuery, ZERO_BYTE } from '../retrieval/token-vectors.ts'
import { crisisInMeaning, crisisInWords, dangerInMeaning, dangerInWords, knowsModel } from './danger/danger-score.ts'
import { kindsToAdd } from './danger/kinds.ts'
import type { ReadEmbedding } from './danger/meaning.ts'
import { dangerPolicy } from './danger/policy.ts'
import type { Sentence } from './plain-words.ts'
import type { RedFlag } from './red-flags/red-flag.ts'
import { type FoundFlag, isOfAnother, redFlagsIn } from './triage.ts'
import { WORDINGS } from './wordings.ts'

/** Wordings that vote; 1 to 10 tried. */
const NEIGHBOURS = 10

/**
 * Red flags in wordings that no rule knows, or that a rule knows but the words alone left in doubt: the danger score
 * tells that there is one and of which kind, the rule or else the examples nearest to the message which one it is.
 */
export type NearestExample = (embedding: ReadEmbedding, sentences: readonly Sentence[]) => Promise<readonly FoundFlag[]>

/** @param vectors unit vectors of `WORDINGS` in their order, one after the other */
export function createNearestExample(
  vectors: Float32Array,
  { dimensions, modelHash }: Pick<Embedder, 'dimensions' | 'modelHash'>,
  multiplier: TokenMultiplier,
): NearestExample {
  if (vectors.length !== WORDINGS.length * dimensions) {
    throw new RangeError(`${vectors.length} numbers are not ${WORDINGS.length} vectors of ${dimensions}`)
  }
  const isFitted = knowsModel(modelHash)
  const flags = WORDINGS.map(({ flag }) => flag)
  const scale = scaleOf(vectors)
  const stored = Uint8Array.from(vectors, (value) => Math.round(value * scale) + ZERO_BYTE)
  const nearestOf = async (vector: Float32Array, kinds: readonly RedFlag['kind'][]) => {
    const query = quantiseQuery(vector, dimensions)
    const products = await multiplier.multiply(stored, query.bytes, dimensions)
    const worth = (query.scales[0] as number) / scale
    return kinds.flatMap((kind) => {
      const nearest: Near[] = []
      for (const [at, flag] of flags.entries()) {
        if (flag?.kind === kind) keepNearest(nearest, flag, (products[at] as number) * worth)
      }
      return commonest(nearest) ?? []
    })
  }
  return async (embedding, sentences) => {
    const { vector } = embedding
    const score = isFitted ? await dangerInMeaning(sentences, embedding, multiplier) : dangerInWords(sentences)
    const ruled = score > dangerPolicy.alarmWithRule ? redFlagsIn(sentences) : []
    if (ruled.length === 0 && score <= dangerPolicy.alarm) return []
    const crisis = isFitted ? await crisisInMeaning(sentences, vector, multiplier) : crisisInWords(sentences)
    const missing = kindsToAdd(
      crisis,
      ruled.map(({ flag }) => flag.kind),
    )
    if (missing.length === 0) return ruled
    const isOther = sentences.every((sentence) => isOfAnother(sentence))
    const near = (await nearestOf(vector, missing)).map((flag): FoundFlag => ({ flag, isOther }))
    return [...ruled, ...near].sort((one, other) => Number(isCrisis(one)) - Number(isCrisis(other)))
  }
}

function isCrisis({ flag }: FoundFlag): boolean {
  return flag.kind === 'crisis'
}

interface Near {
  readonly flag: RedFlag
  readonly similarity: number
}

/** The largest component takes the whole of a signed byte. */
function scaleOf(values: Float32Array): number {
  return 127 / values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-9)
}

/** Keeps `nearest` sorted, best first, and no longer than NEIGHBOURS. */
function keepNearest(nearest: Near[], flag: RedFlag, similarity: number): void {
  if (nearest.length === NEIGHBOURS && similarity <= (nearest[NEIGHBOURS - 1]?.similarity ?? 0)) return
  const at = nearest.findIndex((one) => one.similarity < similarity)
  nearest.splice(at < 0 ? nearest.length : at, 0, { flag, similarity })
  if (nearest.length > NEIGHBOURS) nearest.pop()
}

function commonest(near: readonly Near[]): RedFlag | null {
  const votes = new Map<RedFlag, number>()
  for (const { flag, similarity } of near) votes.set(flag, (votes.get(flag) ?? 0) + similarity)
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
