import type { Turn } from '../answer/reply.ts'
import type { Embedder } from '../ports.ts'
import { toWords } from '../retrieval/terms.ts'
import type { Vocabulary } from '../retrieval/vocabulary.ts'
import { splitAsking } from './asking.ts'
import { dropIdentifiers } from './identifiers.ts'
import { createSpeller } from './spelling.ts'
import { isStandalone } from './standalone.ts'

export interface Question {
  /** The question with all that it needs to be understood, for the reader to see. */
  readonly searched: string
  /**
   * Wordings to search, each counting as often as it stands here. The first is what an answer must answer; the last is
   * the message.
   */
  readonly texts: readonly string[]
  /** Whether the message held personal identifiers; they are in none of the wordings. */
  readonly identified: boolean
}

/**
 * Of earlier turns, in UTF-16 code units: the model reads about 1,000 in all, and the message itself comes after them.
 * Questions are seldom a quarter as long.
 */
const MAX_EARLIER_CHARS = 500

/** Makes of a message what is searched: personal identifiers dropped, spelling mended, a follow-up completed. */
export type Understand = (message: string, history: readonly Turn[]) => Question

/** @param vocabulary its words are the ones that a misspelling may become */
export function createUnderstanding({ counts, others }: Vocabulary, embedder: Embedder): Understand {
  const speller = createSpeller(counts, (word) => embedder.isWord(word) || others.has(word))

  return (message, history) => {
    const { text, found: identified } = dropIdentifiers(message)
    const mended = speller.correct(text)
    const previous = isStandalone(text) ? undefined : lastQuestion(history)
    if (previous === undefined) return { searched: mended, texts: wordingsOf(mended), identified }
    const searched = `${speller.correct(firstWords(dropIdentifiers(previous).text))} ${mended}`
    return { searched, texts: [searched, mended], identified }
  }
}

/** Words before the question from which on they draw the search away from it: 8 to 12 tried on the tuning questions. */
const LONG_STATEMENT = 12

/**
 * A message that tells much before it asks is searched by its question alone as well, which counts less where it can't
 * stand alone.
 */
function wordingsOf(message: string): string[] {
  const asking = splitAsking(message)
  if (!asking || toWords(asking.told).length < LONG_STATEMENT) return [message]
  return isStandalone(asking.asked) ? [asking.asked, message] : [asking.asked, message, message]
}

/** What the reader asked last, with the question before it where that one can't stand alone either. */
function lastQuestion(history: readonly Turn[]): string | undefined {
  const asked = history.filter(({ role }) => role === 'user').map(({ content }) => content)
  const last = asked.at(-1)
  if (last === undefined || isStandalone(last)) return last
  return [asked.at(-2), last].filter((text) => text !== undefined).join(' ')
}

/** As many whole words as fit into MAX_EARLIER_CHARS. */
function firstWords(text: string): string {
  if (text.length <= MAX_EARLIER_CHARS) return text
  const end = text.lastIndexOf(' ', MAX_EARLIER_CHARS)
  return text.slice(0, end > 0 ? end : MAX_EARLIER_CHARS).toWellFormed()
}
