/** Words that the sources explain, each with the quote that does. */
import { createFormFinder, keyOf } from '../ingest/term-forms.ts'
import type { Corpus } from '../retrieval/corpus-rows.ts'
import type { Passage, Source } from '../source.ts'
import { cite } from './cite.ts'
import { type Quote, quoteFrom } from './quote.ts'
import type { Citation } from './reply.ts'

export interface GlossaryTerm {
  readonly term: string
  /** The wordings that stand for the term in texts, the term itself first. */
  readonly forms: readonly string[]
  readonly quote: Quote
  /** Of the quote. */
  readonly source: Citation
}

export interface Glossary {
  /** By term, in the order of the alphabet; a term that several sources explain stands once for each, patients' sources first. */
  readonly terms: readonly GlossaryTerm[]
  /**
   * The terms whose forms stand in the words of quotes, in the order in which they come, each once. Left out are those
   * whose explanation is among the quotes already.
   */
  explain(quotes: readonly Quote[]): GlossaryTerm[]
}

type Explained = Pick<Corpus, 'sources' | 'passages' | 'terms'>

/** People wrote down that the quote explains the word: no model had to find it. */
const SURE = 1

export function createGlossary(corpus: Explained): Glossary {
  const terms = quoteTerms(corpus)
  const termOf = new Map<string, GlossaryTerm>()
  for (const one of terms.toReversed()) for (const form of one.forms) termOf.set(keyOf(form), one)
  const find = createFormFinder([...termOf.keys()])
  return {
    terms,
    explain(quotes) {
      const found = quotes.flatMap(({ text }) => find(text)).flatMap((form) => termOf.get(form) ?? [])
      return [...new Set(found)].filter(({ quote }) => !quotes.some((shown) => holds(shown, quote)))
    },
  }
}

function quoteTerms({ sources, passages, terms }: Explained): GlossaryTerm[] {
  const sourceOf = new Map(sources.map((source) => [source.id, source]))
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  const quoted = terms.map(({ passageId, term, forms, start, end }) => {
    const passage = passageOf.get(passageId) as Passage
    const source = sourceOf.get(passage.sourceId) as Source
    return { term, forms, quote: quoteFrom(source, passage, { start, end }, SURE), source: cite(source) }
  })
  return quoted.toSorted(
    (a, b) => compare(a.term.toLowerCase(), b.term.toLowerCase()) || rank(a.source) - rank(b.source),
  )
}

const rank = ({ audience }: Citation) => (audience === 'patient' ? 0 : 1)

/** By code units, so that the order is the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

const holds = (shown: Quote, quote: Quote) =>
  shown.sourceId === quote.sourceId && shown.start <= quote.start && quote.end <= shown.end
