import type { Row } from './corpus-rows.ts'
import { toTerm, toWords } from './terms.ts'

/** What is asked, whatever it is asked about. */
export interface Framing {
  /** The terms of a question, small words among them, in order and as often as they stand there. */
  toTokens(question: string): string[]
  /** These between EDGES, with every run of the sources' own words as one TOPIC: `^ how much do * cost $`. */
  toFrame(tokens: readonly string[]): string[]
}

/** They ask for a measure, though the sources use them, too. */
const MEASURES = ['many', 'much', 'long', 'old', 'big', 'large', 'often'].map(toTerm)
const TOPIC = '*'
const EDGES = ['^', '$'] as const

/** @param rows their sentences tell which words are of the topic */
export function createFraming(rows: readonly Row[]): Framing {
  const known = new Map<string, string | null>()
  const topics = new Set<string | null>()
  for (const { kind, text, context } of rows) {
    for (const word of toWords(`${text} ${context}`)) {
      let term = known.get(word)
      if (term === undefined) {
        term = toTerm(word)
        known.set(word, term)
      }
      if (kind === 'sentence') topics.add(term)
    }
  }
  for (const measure of [...MEASURES, null]) topics.delete(measure)

  const tokenOf = (word: string) => known.get(word) ?? toTerm(word) ?? word.toLowerCase()
  return {
    toTokens: (question) => toWords(question).map(tokenOf),
    toFrame(tokens) {
      const frame: string[] = [EDGES[0]]
      for (const token of tokens) {
        const next = topics.has(token) ? TOPIC : token
        if (next !== TOPIC || frame.at(-1) !== TOPIC) frame.push(next)
      }
      return [...frame, EDGES[1]]
    },
  }
}
