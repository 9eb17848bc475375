import type { TokenMultiplier } from '../ports.ts'
import { plainWords } from './plain-words.ts'
import type { RedFlag } from './red-flags/red-flag.ts'
import { isTold, settingOf } from './told.ts'
import { type FoundFlag, isOfAnother } from './triage.ts'
import { WORDINGS } from './wordings.ts'

/** Wordings of each kind that vote; 1 to 10 tried. */
const NEIGHBOURS = 10
/**
 * How much nearer the examples must be than the near misses, as a difference of mean cosines. Of the harmless messages
 * of the tuning sets one in a thousand passes it; docs/SAFETY.md has the figures.
 */
const MARGIN = 0.12

/**
 * Red flags in wordings that no rule knows: a message that is nearer to examples than to near misses. It comes after
 * the rules and needs, as they do, a person at hand.
 */
export type NearestExample = (vector: Float32Array, message: string) => Promise<readonly FoundFlag[]>

/** What `clearFigures` leaves of a figure of speech: the model would take it at its word. */
const CLEARED = '_'

/** @param vectors unit vectors of `WORDINGS` in their order, one after the other */
export function createNearestExample(
  vectors: Float32Array,
  dimensions: number,
  multiplier: TokenMultiplier,
): NearestExample {
  if (vectors.length !== WORDINGS.length * dimensions) {
    throw new RangeError(`${vectors.length} numbers are not ${WORDINGS.length} vectors of ${dimensions}`)
  }
  const flags = WORDINGS.map(({ flag }) => flag)
  const scale = scaleOf(vectors)
  const stored = Uint8Array.from(vectors, (value) => Math.round(value * scale) + 128)
  return async (vector, message) => {
    const sentences = plainWords(message)
    if (sentences.some(({ words }) => words.includes(CLEARED))) return []
    const setting = settingOf(sentences)
    if (!sentences.some((sentence) => isTold(sentence, setting))) return []
    const examples: Near[] = []
    const nearMisses: Near[] = []
    const ownScale = scaleOf(vector)
    const query = Int8Array.from(vector, (value) => Math.round(value * ownScale))
    const products = await multiplier.multiply(stored, query, dimensions)
    for (let at = 0; at < flags.length; at++) {
      const flag = flags[at] ?? null
      keepNearest(flag ? examples : nearMisses, flag, (products[at] as number) / (scale * ownScale))
    }
    if (mean(examples) - mean(nearMisses) <= MARGIN) return []
    const flag = commonest(examples)
    return flag ? [{ flag, isOther: sentences.every((sentence) => isOfAnother(sentence)) }] : []
  }
}

interface Near {
  readonly flag: RedFlag | null
  readonly similarity: number
}

/** The largest component takes the whole of a signed byte. */
function scaleOf(values: Float32Array): number {
  return 127 / values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-9)
}

/** Keeps `nearest` sorted, best first, and no longer than NEIGHBOURS. */
function keepNearest(nearest: Near[], flag: RedFlag | null, similarity: number): void {
  if (nearest.length === NEIGHBOURS && similarity <= (nearest[NEIGHBOURS - 1]?.similarity ?? 0)) return
  const at = nearest.findIndex((one) => one.similarity < similarity)
  nearest.splice(at < 0 ? nearest.length : at, 0, { flag, similarity })
  if (nearest.length > NEIGHBOURS) nearest.pop()
}

function mean(near: readonly Near[]): number {
  return near.reduce((sum, { similarity }) => sum + similarity, 0) / near.length
}

function commonest(near: readonly Near[]): RedFlag | null {
  const votes = new Map<RedFlag | null, number>()
  for (const { flag, similarity } of near) votes.set(flag, (votes.get(flag) ?? 0) + similarity)
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
