/**
 * Log odds at which the danger scores speak. Chosen for rules and scores together, on scores of messages that they were
 * not fitted to, in five folds (docs/SAFETY.md): the most that is found where at most 1 % of the harmless messages of the
 * spent kept-back set, which were not written to be hard, raise an alarm.
 */
export const dangerPolicy = {
  /** Above it, a message is an alarm whatever the rules say. */
  alarm: 1,
  /** The same where a rule found something, too. */
  alarmWithRule: 0,
  /** Below it in words, a rule is not believed: its words are those of a question or of the past. */
  doubt: 1.5,
  /** The same where no engine will read the message, so that nothing else can hear a danger. */
  doubtAlone: -2,
  /** Nearer to even than this, an alarm without a rule is told as an emergency and as a crisis. */
  unsureOfKind: 1,
} as const
