/** The start or a command can't go on; the message is one line that says what is wrong and how to mend it. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
}
