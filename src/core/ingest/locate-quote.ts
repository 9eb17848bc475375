import { MAX_QUOTE_CHARS, type Passage, type Source, type Span } from '../source.ts'
import { collapse } from './normalise.ts'

/**
 * The first place where a quote that an editor wrote down stands as whole sentences of one passage.
 * @param fault makes the error to throw
 * @throws what `fault` makes, if the quote is too long, gone from the source, or cut inside a sentence
 */
export function locateQuote(
  quote: string,
  source: Source,
  passages: readonly Passage[],
  fault: (reason: string) => Error,
): Span & { readonly passage: Passage } {
  const shown = `"${collapse(quote.length > 60 ? `${quote.slice(0, 60)}…` : quote)}"`
  if (quote.length > MAX_QUOTE_CHARS) throw fault(`the quote ${shown} is longer than ${MAX_QUOTE_CHARS} characters.`)
  let start = source.text.indexOf(quote)
  if (start < 0) {
    throw fault(
      `the quote ${shown} is not in corpus source ${source.id}, word for word. Correct it or delete the entry.`,
    )
  }
  for (; start >= 0; start = source.text.indexOf(quote, start + 1)) {
    const end = start + quote.length
    const passage = passages.find(
      ({ sentences }) => sentences.some((one) => one.start === start) && sentences.some((one) => one.end === end),
    )
    if (passage) return { passage, start, end }
  }
  throw fault(`the quote ${shown} must begin and end with whole sentences of one paragraph, list item or table row.`)
}
