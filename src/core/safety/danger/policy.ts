/**
 * Log odds at which the danger scores speak. Chosen on scores of messages that they were not fitted to, of
 * `npm run fit-danger -- --new ID` (docs/SAFETY.md): no fewer found than before there was a layer, with fewer false
 * alarms.
 */
export const dangerPolicy = {
  /** Above it, a message is an alarm whatever the rules say. */
  alarm: 1,
  /** The same where a rule found something, too. */
  alarmWithRule: 0,
  /** Below it in words, a rule is not believed: its words are those of a question or of the past. */
  doubt: 0.5,
  /** The same where no engine will read the message, so that nothing else can hear a danger. */
  doubtAlone: -2,
} as const
