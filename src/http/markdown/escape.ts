/**
 * Plain text as Markdown that shows exactly this text: CommonMark, and GitHub's tables, strikethrough, autolinks and
 * footnotes. Signs that are no markup where they stand stay as they are, so that the source stays readable.
 */

/** Signs that are markup anywhere in a line; `$` is no Markdown but begins a formula in many chat programs. */
const MARKUP = /[\\`*_~|<$]/g
/** `&` begins a character reference only before a name or a number. */
const REFERENCE = /&(?=#|[a-z])/gi
/**
 * The end of a link's text or of a definition's label. Square brackets are else no markup, and an escape before `[`
 * would begin a formula in programs that read LaTeX.
 */
const LINK = /\](?=[(:])/g
/** What makes a heading, a quote, a list or a line across, at the start alone. A number's sign stands behind it. */
const BLOCK = /^(?=[#>+=-])|(?<=^\d{1,9})(?=[.)](?:\s|$))/
/** Addresses become links of their own, in which an escape would be shown: their sign is written as a reference. */
const ADDRESS = /(?<=https?|ftp|mailto|xmpp):|(?<=www)\.|@/gi
/** White space at either end would be cut off, and tabs and line ends are parts of blocks. */
const SPACE = /[\t\n\r]/g

/** Blanks at the ends as references. */
function keepEnds(text: string): string {
  let [from, to] = [0, text.length]
  while (text[from] === ' ') from++
  while (to > from && text[to - 1] === ' ') to--
  return references(text.slice(0, from)) + text.slice(from, to) + references(text.slice(to))
}

const references = (signs: string) => Array.from(signs, (sign) => `&#${sign.codePointAt(0)};`).join('')

export function escapeMarkdown(text: string): string {
  const escaped = text
    .replace(MARKUP, '\\$&')
    .replace(REFERENCE, '\\&')
    .replace(LINK, '\\]')
    .replace(BLOCK, '\\')
    .replace(ADDRESS, references)
    .replace(SPACE, references)
  return keepEnds(escaped)
}

/** For the text of a link, where every square bracket counts. */
export function escapeLinkText(text: string): string {
  const parts = text.split(/([[\]])/)
  return parts.map((part, at) => (at % 2 === 1 ? references(part) : escapeMarkdown(part))).join('')
}
