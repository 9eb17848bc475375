/**
 * Turns a fit into a probability that the quote answers the question: logistic regression (Platt 1999) on the tuning
 * questions; `npm run eval` shows how it does.
 */
const SLOPE = 12
const MIDPOINT = 0.68

/** Below this the sources are said not to tell. */
export const MIN_PROBABILITY = 0.5

export function toProbability(fit: number): number {
  return 1 / (1 + Math.exp(-SLOPE * (fit - MIDPOINT)))
}
