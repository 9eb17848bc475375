import type { Row } from './corpus-rows.ts'
import { toTerm, toWords } from './terms.ts'

/**
 * How a question is worded: log odds that its words and pairs of words stand in questions without an answer rather than
 * in reader questions. Above 0 it reads like the former, below like the latter; 0 where the corpus lacks either list.
 */
export type WordingOdds = (question: string) => number

/** What only one question of the lists holds tells of that question, not of its kind. */
const MIN_COUNT = 2
/** Added to each count, so that what only one list holds doesn't settle it (Laplace). */
const SMOOTHING = 1
/** Words and pairs that count in full: a question of 20 words. A long story would outweigh all other clues. */
const MOST = 40

interface Counts {
  question: number
  unanswered: number
}

/** Naive Bayes over the two lists of questions. What a question is asked about, search compares; how it asks, this does. */
export function createWordingOdds(rows: readonly Row[]): WordingOdds {
  const sizes: Counts = { question: 0, unanswered: 0 }
  const counts = new Map<string, Counts>()
  const known = new Map<string, string>()
  for (const { kind, text } of rows) {
    if (kind === 'sentence') continue
    const grams = toGrams(text, known)
    if (grams.size > 0) sizes[kind]++
    for (const gram of grams) {
      const count = counts.get(gram) ?? { question: 0, unanswered: 0 }
      count[kind]++
      counts.set(gram, count)
    }
  }
  if (sizes.question === 0 || sizes.unanswered === 0) return () => 0

  const share = (count: number, size: number) => (count + SMOOTHING) / (size + 2 * SMOOTHING)
  const odds = new Map<string, number>()
  for (const [gram, { question, unanswered }] of counts) {
    if (question + unanswered < MIN_COUNT) continue
    odds.set(gram, Math.log(share(unanswered, sizes.unanswered) / share(question, sizes.question)))
  }
  return (asked) => {
    const grams = toGrams(asked)
    const sum = [...grams].reduce((all, gram) => all + (odds.get(gram) ?? 0), 0)
    return sum * Math.min(1, MOST / grams.size || 0)
  }
}

/** The distinct terms of a text, small words among them, and its pairs of neighbours. */
function toGrams(text: string, known: Map<string, string> = new Map()): Set<string> {
  const grams = new Set<string>()
  let before: string | undefined
  for (const word of toWords(text)) {
    const term = known.get(word) ?? toTerm(word) ?? word.toLowerCase()
    known.set(word, term)
    grams.add(term)
    if (before !== undefined) grams.add(`${before} ${term}`)
    before = term
  }
  return grams
}
