import calibration from './calibration.json' with { type: 'json' }

/** How well one row fits a question. */
export interface RowSignals {
  /** Cosine of the two vectors. */
  readonly dense: number
  /** Late interaction: weighted mean of the best token similarities. */
  readonly late: number
  /** BM25 relative to the best row of this question, 0 to 1. */
  readonly lexical: number
}

/** What speaks for a sentence. */
export interface Signals {
  /** Of the sentence itself. */
  readonly told: RowSignals
  /** Of the nearest reader question that is tied to it, or null if none is near. */
  readonly asked: RowSignals | null
  /** How many more reader questions are near that are tied to it, as `supportOf` counts them. */
  readonly support: number
  /** Cosine of the question and the whole passage. */
  readonly around: number
}

const {
  told: toldWeights,
  asked: askedWeights,
  around: aroundWeight,
  support: supportWeight,
  unasked,
} = calibration.weights

/**
 * All signals in one number. A sentence without a near reader question stands in for one itself, at a discount: the
 * sources of somebody who writes none must be found too.
 */
export function weighSignals({ told, asked, support, around }: Signals): number {
  const question = asked ? weighQuestion(asked) : weighQuestion(told) - unasked
  return weigh(told, toldWeights) + question + supportWeight * support + aroundWeight * around
}

/** How well a reader question, or one that has no answer, fits. */
export function weighQuestion(question: RowSignals): number {
  return weigh(question, askedWeights)
}

/** A reader question that fits worse than the nearest by this much counts a third: 0.02 to 0.1 tried on the tuning questions. */
const NEARBY = 0.06

/**
 * Logarithm of the number of reader questions, each counting less the worse it fits: 0 for one alone or none. One near
 * question may be so by chance, several seldom are.
 * @param fits of a sentence's reader questions, best first
 */
export function supportOf(fits: readonly number[]): number {
  const best = fits[0]
  if (best === undefined) return 0
  return Math.log(fits.reduce((sum, fit) => sum + Math.exp((fit - best) / NEARBY), 0))
}

function weigh({ dense, late, lexical }: RowSignals, weights: RowSignals): number {
  return weights.dense * dense + weights.late * late + weights.lexical * lexical
}

export function meanSignals(all: readonly RowSignals[]): RowSignals {
  const mean = (key: keyof RowSignals) => all.reduce((sum, one) => sum + one[key], 0) / all.length
  return { dense: mean('dense'), late: mean('late'), lexical: mean('lexical') }
}
