/**
 * Log odds at which the danger score speaks. Chosen on the cross-validated scores of `npm run fit-danger`
 * (docs/SAFETY.md): there, of harmless messages written to be hard 5 in a hundred pass `alarm`.
 */
export const dangerPolicy = {
  /** Above it, a message that no rule knows is an alarm. */
  alarm: 1,
  /** Below it, a message that only a rule knows is none: its words are those of a question or of the past. */
  doubt: -2,
} as const
