/** What may be counted of a question that the sources don't answer: never the question. */
import { toTerm } from '../retrieval/terms.ts'
import type { Vocabulary } from '../retrieval/vocabulary.ts'
import type { Passage } from '../source.ts'

export interface UnknownWord {
  /** Lower case. */
  readonly word: string
  /** What its forms have in common. */
  readonly term: string
}

export interface Gap {
  /** Where the nearest passage stands, in words of the corpus; null where the corpus is empty. */
  readonly nearest: { readonly sourceId: string; readonly section: string | null } | null
  /** Distinct words of the question that the sources and their reader questions don't use, at most MAX_WORDS. */
  readonly unknown: readonly UnknownWord[]
}

const MAX_WORDS = 10

interface Asked {
  /** The message as it is searched. */
  readonly text: string
  /** Whether it held personal identifiers: then none of its words is trusted to be none. */
  readonly identified: boolean
}

export function findGap({ text, identified }: Asked, nearest: Passage | undefined, vocabulary: Vocabulary): Gap {
  return {
    nearest: nearest ? { sourceId: nearest.sourceId, section: nearest.section } : null,
    unknown: identified ? [] : unknownWords(text, vocabulary),
  }
}

function unknownWords(text: string, vocabulary: Vocabulary): UnknownWord[] {
  const found = new Map<string, UnknownWord>()
  for (const word of countableWords(text)) {
    const term = toTerm(word)
    if (term === null || vocabulary.knows(term) || found.has(term)) continue
    found.set(term, { word, term })
    if (found.size === MAX_WORDS) break
  }
  return [...found.values()]
}

/** Small letters, or a short acronym such as MRI. A capital may begin a name; figures and signs are in numbers and addresses. */
const COUNTABLE = /^(?:\p{Ll}{3,24}|\p{Lu}{2,5})$/u
/** After these stands a name, in small letters too. */
const LEADS_TO_NAME =
  /^(?:dr|doctor|mr|mrs|ms|miss|sir|prof|professor|nurse|name|names|named|called|surname|aunt|aunty|auntie|uncle|cousin)$/iu

/** Brackets, quotation marks and the ends of sentences; the other signs belong to names and addresses. */
const AROUND = /^[(['"‘“]{1,3}|[)\]'"’”.,;:!?…]{1,5}$/g

/** First name and surname. */
const NAME_WORDS = 2

function* countableWords(text: string): Generator<string> {
  // Who writes in capitals alone writes names in capitals.
  if (!/\p{Ll}/u.test(text)) return
  let nameWordsLeft = 0
  for (const token of text.split(/\s+/)) {
    const word = token.replace(AROUND, '')
    if (COUNTABLE.test(word) && nameWordsLeft === 0) yield word.toLowerCase()
    // `my name is`, `she was called`: the name comes after the verb.
    if (LEADS_TO_NAME.test(word)) nameWordsLeft = NAME_WORDS
    else if (nameWordsLeft > 0 && !/^(?:is|was)$/i.test(word)) nameWordsLeft--
  }
}
