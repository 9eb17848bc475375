import { readFileSync } from 'node:fs'
import file from 'word-list'

let words: ReadonlySet<string> | undefined

/** Whether a list of some 274,000 English words, inflected forms among them, holds a word. It is read when first needed. */
export function isEnglish(word: string): boolean {
  words ??= new Set(readFileSync(file, 'utf8').split('\n'))
  return words.has(word.toLowerCase())
}
