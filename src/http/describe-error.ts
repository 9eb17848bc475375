/** Name and place of an error, never its message: that could hold a reader's words. */
export function describeError(error: unknown): { readonly error: string; readonly at: string | undefined } {
  if (!(error instanceof Error)) return { error: typeof error, at: undefined }
  return { error: /^\w{1,40}$/.test(error.name) ? error.name : 'Error', at: placeOf(error) }
}

/** The first line of the stack below the message, whose own lines may look like places. */
function placeOf({ message, stack = '' }: Error): string | undefined {
  const head = message === '' ? '' : `: ${message}`
  const at = stack.indexOf(head)
  const lines = at < 0 ? [] : stack.slice(at + head.length).split('\n')
  return lines.find((line) => /^\s+at /.test(line))?.trim()
}
