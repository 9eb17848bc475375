import { distance } from 'fastest-levenshtein'

/** Corrects misspelt words to words of the corpus. */
export interface Speller {
  /** The text with unknown words corrected; the same string where nothing is misspelt. */
  correct(text: string): string
}

/** Shorter words have too many neighbours. */
const MIN_LENGTH = 5
/** Only words this long may differ in two letters: shorter ones meet other real words. */
const MIN_LENGTH_FOR_TWO = 10
const WORD = /\p{L}+/gu

/**
 * @param counts how often each word (lower case) stands in the corpus
 * @param isWord whether a word is one of the language: such a word is never corrected, even if the corpus lacks it
 */
export function createSpeller(counts: ReadonlyMap<string, number>, isWord: (word: string) => boolean): Speller {
  const byInitial = groupByInitial([...counts.keys()].filter((word) => word.length >= MIN_LENGTH))

  /** The model's vocabulary holds few plurals and past forms whole. */
  const isKnown = (word: string) => isWord(word) || isWord(word.replace(/(s|es|ed|ing)$/, ''))

  const correctWord = (word: string): string => {
    const lower = word.toLowerCase()
    if (lower.length < MIN_LENGTH || counts.has(lower) || isKnown(lower)) return word
    let best: { word: string; edits: number } | null = null
    for (const known of byInitial.get(lower.charAt(0)) ?? []) {
      if (Math.abs(known.length - lower.length) > 2 || isPrefixed(lower, known)) continue
      const edits = countEdits(lower, known)
      if (edits > allowedEdits(lower.length)) continue
      const isBetter =
        !best || edits < best.edits || (edits === best.edits && (counts.get(known) ?? 0) > (counts.get(best.word) ?? 0))
      if (isBetter) best = { word: known, edits }
    }
    return best?.word ?? word
  }
  return { correct: (text) => text.replace(WORD, correctWord) }
}

/** A slip of the pen seldom hits the first letter, and the groups keep the search short. */
function groupByInitial(words: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const word of words) {
    const group = groups.get(word.charAt(0))
    if (group) group.push(word)
    else groups.set(word.charAt(0), [word])
  }
  return groups
}

/** What stands before a word makes another one of it: dedifferentiated, recurrent. Slips are elsewhere. */
function isPrefixed(one: string, other: string): boolean {
  return one.endsWith(other) || other.endsWith(one)
}

function allowedEdits(length: number): number {
  return length >= MIN_LENGTH_FOR_TWO ? 2 : 1
}

/** Two neighbouring letters swapped: the likeliest slip, so it counts less than a letter more, less or other. */
const SWAP = 0.5

/** Levenshtein distance, where a swap of neighbours counts SWAP (Damerau 1964 counts it 1). */
function countEdits(one: string, other: string): number {
  return isSwap(one, other) ? SWAP : distance(one, other)
}

function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}
