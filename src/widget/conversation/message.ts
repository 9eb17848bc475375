/** The server's limit, in UTF-16 code units, after trimming. */
export const MAX_MESSAGE_CHARS = 2000

export type MessageFault = 'blank' | 'tooLong'

/** What of a typed text is sent: the server takes no NUL and no half of a character, and no keyboard types them. */
export function toMessage(typed: string): { readonly message: string } | { readonly fault: MessageFault } {
  const whole = typed
    .replaceAll('\0', '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  const message = whole.trim()
  if (message === '') return { fault: 'blank' }
  return message.length > MAX_MESSAGE_CHARS ? { fault: 'tooLong' } : { message }
}
