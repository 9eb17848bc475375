import { syllable } from 'syllable'

/**
 * Flesch-Kincaid grade: years of US schooling that a text asks for (Kincaid et al. 1975: 0.39 words a sentence + 11.8
 * syllables a word - 15.59). Names of diseases count like other words.
 * @param sentences one or more with at least one word
 */
export function readingGrade(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

/** The words of a text that can be read aloud; no figures. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}'’]+/gu) ?? []
}
