/**
 * Characters that a reader can't see but that split words, reorder text or break terminals: control characters except
 * tab and line feed (Cc), and format characters such as soft hyphens, zero-width and bidirectional ones (Cf; Unicode
 * TR 36, 2.10.2).
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}]/gu

/** Raw file text to the text that is parsed: `\n` line ends, NFC, no invisible characters, lone surrogates replaced. */
export function normalise(raw: string): string {
  return raw.replace(/\r\n?/g, '\n').toWellFormed().normalize('NFC').replace(INVISIBLE, '')
}

/** Runs of white space (line feeds and no-break spaces too) to one space, trimmed. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
