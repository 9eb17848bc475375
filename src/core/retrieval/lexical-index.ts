import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import type { Row } from './corpus-rows.ts'
import { toTerm, toWords } from './terms.ts'

export interface LexicalHit {
  readonly row: number
  /** BM25+, 0 upwards, comparable within one search only. */
  readonly score: number
}

/** Finds rows that share words with a question (BM25+, Lv and Zhai 2011, through MiniSearch). */
export interface LexicalIndex {
  /** At most `limit` rows, best first. */
  search(question: string, limit: number): LexicalHit[]
  toJSON(): StoredLexicalIndex
}

export interface StoredLexicalIndex {
  readonly index: AsPlainObject
  /** How often each term stands in the corpus; what is missing here may be a misspelt word. */
  readonly terms: Readonly<Record<string, number>>
}

/** A heading that matches says less than the sentence itself; see docs/RESULTS.md. */
const CONTEXT_BOOST = 0.3
/** Share of a word's letters that may differ, where the corpus doesn't know the word. */
const TYPO_RATE = 0.2
/** Shorter unknown words match too much. */
const MIN_TYPO_LENGTH = 5
/** No word is longer, and a look-up with typos takes room in proportion to the square of the length. */
const MAX_TYPO_LENGTH = 40
/** A long word with more slips than this is another word, and looking for more takes many times as long. */
const MAX_TYPOS = 3
/** Unknown words of one question that are looked up with typos: a sentence has a few, a page of gibberish hundreds. */
const MAX_TYPO_WORDS = 16

/**
 * Terms are looked up from the rarest on, as long as they stand in the corpus no more than so many times together: a
 * common word beside rarer ones takes long, in a large corpus, and puts rows before that only happen to hold it; 100 to
 * 2,500 tried on the tuning questions, docs/RESULTS.md.
 */
const MOST_OCCURRENCES = 600

/** Rows that are taken up without a pause, some 50 ms. */
const AT_ONCE = 1_000

const options: Options<{ row: number } & Pick<Row, 'text' | 'context'>> = {
  idField: 'row',
  fields: ['text', 'context'],
  tokenize: toWords,
  processTerm: toTerm,
}

/** Lets other work of the process have its turn in between: of many rows it takes a while. */
export async function buildLexicalIndex(rows: readonly Row[]): Promise<LexicalIndex> {
  const terms = new Map<string, number>()
  const termOf = new Map<string, string | null>()
  const processTerm = (word: string) => {
    let term = termOf.get(word)
    if (term === undefined) {
      term = toTerm(word)
      termOf.set(word, term)
    }
    if (term !== null) terms.set(term, (terms.get(term) ?? 0) + 1)
    return term
  }
  const index = new MiniSearch({ ...options, processTerm })
  const documents = rows.map(({ text, context }, row) => ({ row, text, context }))
  await index.addAllAsync(documents, { chunkSize: AT_ONCE })
  return wrap(index, terms)
}

export function loadLexicalIndex({ index, terms }: StoredLexicalIndex): LexicalIndex {
  return wrap(MiniSearch.loadJS(index, options), new Map(Object.entries(terms)))
}

function wrap(index: MiniSearch, terms: ReadonlyMap<string, number>): LexicalIndex {
  const mayBeTypo = (term: string) =>
    term.length >= MIN_TYPO_LENGTH && term.length <= MAX_TYPO_LENGTH && !terms.has(term)
  return {
    search(question, limit) {
      const counts = countTerms(question)
      const typos = new Set([...counts.keys()].filter(mayBeTypo).slice(0, MAX_TYPO_WORDS))
      const found = index.search(rarest([...counts.keys()], terms).join(' '), {
        tokenize: (words) => words.split(' '),
        processTerm: (term) => term,
        fuzzy: (term) => typos.has(term) && Math.min(MAX_TYPOS, Math.round(TYPO_RATE * term.length)),
        boostTerm: (term) => counts.get(term) ?? 1,
        boost: { context: CONTEXT_BOOST },
      })
      return found.slice(0, limit).map(({ id, score }) => ({ row: id, score }))
    },
    toJSON: () => ({ index: index.toJSON(), terms: Object.fromEntries([...terms].sort()) }),
  }
}

/** The rarest of some terms, at least one, as far as MOST_OCCURRENCES go. */
function rarest(asked: readonly string[], terms: ReadonlyMap<string, number>): string[] {
  const timesOf = (term: string) => terms.get(term) ?? 0
  const sorted = [...asked].sort((a, b) => timesOf(a) - timesOf(b))
  let sum = 0
  return sorted.filter((term, at) => {
    sum += timesOf(term)
    return at === 0 || sum <= MOST_OCCURRENCES
  })
}

/** How often each term stands in a question: looking one up for every time would add the same scores again. */
function countTerms(question: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const term of toWords(question).map(toTerm)) {
    if (term !== null) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return counts
}
