import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { CorpusError } from '../errors.ts'
import { MAX_QUOTE_CHARS, type Passage, type Source, type Span } from '../source.ts'
import { normalise } from './normalise.ts'

/** A question in a reader's words, tied to the span that answers it. Written by people, in `<id>.questions.yaml`. */
export interface ReaderQuestion extends Span {
  readonly passageId: string
  readonly question: string
}

const entry = z.strictObject({
  quote: z.string().trim().min(1),
  questions: z.array(z.string().trim().min(1).max(300)).min(1),
})

/**
 * Reads the reader questions of one source and finds each quote in it.
 * @throws CorpusError with the line of an entry that is malformed, or whose quote is no longer whole sentences of the
 *   source, word for word
 */
export function parseReaderQuestions(
  yaml: string,
  file: string,
  source: Source,
  passages: readonly Passage[],
): ReaderQuestion[] {
  const lines = new LineCounter()
  const document = parseDocument(normalise(yaml), { lineCounter: lines })
  const [broken] = document.errors
  if (broken) throw new CorpusError(file, lines.linePos(broken.pos[0]).line, 'this is not valid YAML.')

  const list = document.contents === null ? [] : document.toJS()
  if (!Array.isArray(list)) throw new CorpusError(file, 1, 'this must be a list of `- quote: …` with `questions:`.')
  return list.flatMap((item: unknown, at) => {
    const node = document.getIn([at], true)
    const quoteNode = isMap(node) ? node.get('quote', true) : undefined
    const place = isScalar(quoteNode) ? quoteNode.range : isMap(node) ? node.range : undefined
    const line = lines.linePos(place?.[0] ?? 0).line
    const parsed = entry.safeParse(item)
    if (!parsed.success) throw new CorpusError(file, line, 'each entry needs `quote:` and a list of `questions:`.')
    const { quote, questions } = parsed.data
    const { passage, start, end } = locate(quote, source, passages, (reason) => new CorpusError(file, line, reason))
    return questions.map((question) => ({ passageId: passage.id, start, end, question }))
  })
}

/** The first place where the quote stands as whole sentences of one passage. */
function locate(quote: string, source: Source, passages: readonly Passage[], error: (reason: string) => Error) {
  const shown = `"${quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}"`
  if (quote.length > MAX_QUOTE_CHARS) throw error(`the quote ${shown} is longer than ${MAX_QUOTE_CHARS} characters.`)
  let start = source.text.indexOf(quote)
  if (start < 0) {
    throw error(
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
  throw error(`the quote ${shown} must begin and end with whole sentences of one paragraph, list item or table row.`)
}
