import { z } from 'zod'
import { CorpusError } from '../errors.ts'
import { MAX_QUOTE_CHARS, type Passage, type Source, type Span } from '../source.ts'
import { collapse } from './normalise.ts'
import type { YamlFile } from './yaml.ts'
import { readYamlList } from './yaml-list.ts'

/** A question in a reader's words, tied to the span that answers it. Kept as data in `<id>.questions.yaml`, for people to review. */
export interface ReaderQuestion extends Span {
  readonly passageId: string
  readonly question: string
}

const entry = z.strictObject({
  quote: z.string().trim().min(1),
  questions: z.array(z.string().transform(collapse).pipe(z.string().min(1).max(300))).min(1),
})

/**
 * Reads the reader questions of one source and finds each quote in it.
 * @throws CorpusError with the line of an entry that is malformed, or whose quote is no longer whole sentences of the
 *   source, word for word
 */
export function parseReaderQuestions(yaml: YamlFile, source: Source, passages: readonly Passage[]): ReaderQuestion[] {
  return readYamlList(yaml, entry, '`quote:` and a list of `questions:`').flatMap(({ value, line }) => {
    const fault = (reason: string) => new CorpusError(yaml.file, line, reason)
    const { passage, start, end } = locate(value.quote, source, passages, fault)
    return value.questions.map((question) => ({ passageId: passage.id, start, end, question }))
  })
}

/** The first place where the quote stands as whole sentences of one passage. */
function locate(quote: string, source: Source, passages: readonly Passage[], error: (reason: string) => Error) {
  const shown = `"${collapse(quote.length > 60 ? `${quote.slice(0, 60)}…` : quote)}"`
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
