import { z } from 'zod'
import { CorpusError } from '../errors.ts'
import type { Passage, Source, Span } from '../source.ts'
import { collect, type OnFault, raise } from './faults.ts'
import { locateQuote } from './locate-quote.ts'
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
 * @param onFault told of each entry that is malformed, or whose quote is no longer whole sentences of the source, word
 *   for word; without it the first one is thrown
 * @throws CorpusError with its line
 */
export function parseReaderQuestions(
  yaml: YamlFile,
  source: Source,
  passages: readonly Passage[],
  onFault: OnFault = raise,
): ReaderQuestion[] {
  const entries = readYamlList(yaml, entry, '`quote:` and a list of `questions:`', onFault)
  return entries.flatMap(({ value, line }) => {
    const fault = (reason: string) => new CorpusError(yaml.file, line, reason)
    const places = collect(() => locateQuote(value.quote, source, passages, fault), onFault)
    return places.flatMap(({ passage, start, end }) =>
      value.questions.map((question) => ({ passageId: passage.id, start, end, question })),
    )
  })
}
