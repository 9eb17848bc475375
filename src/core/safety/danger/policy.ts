/**
 * Log odds at which the danger score speaks. Chosen on the cross-validated scores of `npm run fit-danger`
 * (docs/SAFETY.md): there, `alarm` alone wakes fewer than one in a hundred harmless messages.
 */
export const dangerPolicy = {
  /** Above it, a message that no rule knows is an alarm. */
  alarm: 1.5,
  /** Below it, a message that only a rule knows is none: its words are those of a question or of the past. */
  doubt: -2,
} as const
