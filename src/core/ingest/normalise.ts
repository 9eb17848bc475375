/**
 * Characters that a reader can't see but that split words, reorder text or break terminals: control characters except
 * tab and line feed (Cc), and format characters such as soft hyphens, zero-width and bidirectional ones (Cf; Unicode
 * TR 36, 2.10.2).
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}]/gu

/** Form feed, vertical tab and next line separate words too. */
const RARE_SPACES = /[\f\v\u0085]/g

/** Raw file text to the text that is parsed: `\n` line ends, NFC, no invisible characters, lone surrogates replaced. */
export function normalise(raw: string): string {
  return toVisible(raw.replace(/\r\n?/g, '\n'))
}

/**
 * One line of plain text: no invisible characters, lone surrogates replaced, runs of white space (no-break spaces too)
 * as one space, trimmed. For whatever was decoded after `normalise`: YAML and Markdown can write any character as an
 * escape.
 */
export function collapse(text: string): string {
  return toVisible(text).replace(/\s+/g, ' ').trim()
}

/** Invisible characters go first: one between a letter and its accent would keep NFC from joining them. */
function toVisible(text: string): string {
  return text.toWellFormed().replace(RARE_SPACES, ' ').replace(INVISIBLE, '').normalize('NFC')
}
