import { html } from 'hono/html'
import type { Source, Span } from '../../core/source.ts'
import type { Markup } from './layout.ts'

/** Focus scrolls to the quote even where the link to the page had no `#quote`. */
const anchor = html` id="quote" tabindex="-1" autofocus`

/**
 * Renders the words of a span, those of the quote inside `<mark>`. Call it in reading order: a quote may cross blocks,
 * and its first piece is the one that links go to. No white space is added.
 */
export function createMarker({ text }: Pick<Source, 'text'>, quote: Span | null): (span: Span) => Markup {
  let anchored = false
  return ({ start, end }) => {
    const from = Math.max(start, quote?.start ?? end)
    const to = Math.min(end, quote?.end ?? end)
    if (from >= to) return html`${text.slice(start, end)}`
    const attributes = anchored ? '' : anchor
    anchored = true
    return html`${text.slice(start, from)}<mark${attributes}>${text.slice(from, to)}</mark>${text.slice(to, end)}`
  }
}

/** The span if it is one of `text`, else null: a link that does not fit still shows the source. */
export function spanOf(text: string, start: number | undefined, end: number | undefined): Span | null {
  if (start === undefined || end === undefined || start >= end || end > text.length) return null
  return splitsCharacter(text, start) || splitsCharacter(text, end) ? null : { start, end }
}

/** Markup between the halves of a surrogate pair would destroy the character. */
function splitsCharacter(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1))
}
