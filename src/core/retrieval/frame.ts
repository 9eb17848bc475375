import type { Lexicon } from './lexicon.ts'
import { toTerm, toWords } from './terms.ts'

/** What is asked, whatever it is asked about. */
export interface Framing {
  /** The terms of a question, small words among them, in order and as often as they stand there. */
  toTokens(question: string): string[]
  /** These between EDGES, with every run of the sources' own words as one TOPIC: `^ how much do * cost $`. */
  toFrame(tokens: readonly string[]): string[]
}

/** They ask for a measure, though the sources use them, too. */
const MEASURES = new Set(['many', 'much', 'long', 'old', 'big', 'large', 'often'].map(toTerm))
const TOPIC = '*'
const EDGES = ['^', '$'] as const

/** Words of the topic are those that the sources' sentences use. */
export function createFraming({ told, termOf }: Lexicon): Framing {
  const isTopic = (token: string) => told.has(token) && !MEASURES.has(token)
  return {
    toTokens: (question) => toWords(question).map((word) => termOf(word) ?? word.toLowerCase()),
    toFrame(tokens) {
      const frame: string[] = [EDGES[0]]
      for (const token of tokens) {
        const next = isTopic(token) ? TOPIC : token
        if (next !== TOPIC || frame.at(-1) !== TOPIC) frame.push(next)
      }
      return [...frame, EDGES[1]]
    },
  }
}
