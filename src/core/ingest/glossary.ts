import { z } from 'zod'
import { CorpusError } from '../errors.ts'
import { holdsPrognosis } from '../safety/prognosis.ts'
import type { Passage, Source, Span } from '../source.ts'
import { collect, type OnFault, raise } from './faults.ts'
import { locateQuote } from './locate-quote.ts'
import { collapse } from './normalise.ts'
import { createFormFinder, keyOf } from './term-forms.ts'
import type { YamlFile } from './yaml.ts'
import { readYamlList } from './yaml-list.ts'

/** A word that a source explains, tied to the span that explains it. Kept as data in `<id>.glossary.yaml`, for people to review. */
export interface ExplainedTerm extends Span {
  readonly passageId: string
  readonly term: string
  /** The wordings that stand for the term in texts, the term itself first; at least one. */
  readonly forms: readonly string[]
}

const words = z.string().transform(collapse).pipe(z.string().min(1).max(100))
const entry = z.strictObject({
  term: words,
  forms: z.array(words).default([]),
  quote: z.string().trim().min(1),
})

/**
 * Reads the glossary of one source and finds each quote in it.
 * @param onFault told of each entry that is malformed, whose quote is no longer whole sentences of the source, word for
 *   word, holds none of the forms or tells figures of survival, or one of whose forms stands twice; without it the first
 *   one is thrown
 * @throws CorpusError with its line
 */
export function parseGlossary(
  yaml: YamlFile,
  source: Source,
  passages: readonly Passage[],
  onFault: OnFault = raise,
): ExplainedTerm[] {
  const taken = new Map<string, string>()
  const entries = readYamlList(yaml, entry, '`term:`, `quote:` and, if it has any, a list of `forms:`', onFault)
  return entries.flatMap(({ value, line }) => {
    const fault = (reason: string) => new CorpusError(yaml.file, line, reason)
    return collect(() => tieTerm(value, source, passages, taken, fault), onFault)
  })
}

/** @param taken forms of earlier entries, as `keyOf` writes them, with their terms; those of this one are added */
function tieTerm(
  { term, forms: others, quote }: z.infer<typeof entry>,
  source: Source,
  passages: readonly Passage[],
  taken: Map<string, string>,
  fault: (reason: string) => CorpusError,
): ExplainedTerm {
  const forms = [...new Set([term, ...others])]
  const { passage, start, end } = locateQuote(quote, source, passages, fault)
  if (createFormFinder(forms)(quote).length === 0) {
    throw fault(`the quote does not hold "${term}" or one of its forms. Choose the sentence that explains it.`)
  }
  // Words are explained without the question whether to show figures that answers come with.
  const { table } = passage
  if (holdsPrognosis({ text: quote, ...(table ? { table } : {}) })) {
    throw fault(`the quote for "${term}" tells figures of survival. Choose another sentence.`)
  }
  for (const form of forms) {
    const other = taken.get(keyOf(form))
    if (other !== undefined) throw fault(`the form "${form}" of "${term}" stands already under "${other}".`)
    taken.set(keyOf(form), term)
  }
  return { passageId: passage.id, term, forms, start, end }
}
