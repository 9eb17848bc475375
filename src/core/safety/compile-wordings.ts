/** Wordings as data: patterns over plain words, with names in angle brackets for what many of them share. */

/** The most that is read of a message: no longer one is accepted, and it bounds the work on anything else. */
const MAX_CHARS = 4000

/** How people write on a phone; misspellings of the words that wordings hang on. */
const SHORTHAND: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  r: 'are',
  hav: 'have',
  plz: 'please',
  pls: 'please',
  shud: 'should',
  shld: 'should',
  shoud: 'should',
  sould: 'should',
  wud: 'would',
  cud: 'could',
  gona: 'gonna',
  wat: 'what',
  wot: 'what',
  wats: 'whats',
  wots: 'whats',
  wether: 'whether',
  canser: 'cancer',
  tumer: 'tumour',
  tumur: 'tumour',
  tumor: 'tumour',
  kemo: 'chemo',
  cemo: 'chemo',
  sugery: 'surgery',
  surgry: 'surgery',
  survivl: 'survival',
  survial: 'survival',
  surival: 'survival',
  surivval: 'survival',
  prognosys: 'prognosis',
  prognossis: 'prognosis',
  progosis: 'prognosis',
  expectency: 'expectancy',
  dieing: 'dying',
}

/**
 * A message as lower-case words with one space around each: marks dropped, ` , ` where a clause ends and ` . ` where a
 * sentence does, and one more at both ends. "Well, can't I?" becomes ` . well , cant i . . `.
 */
export function toPlainWords(message: string): string {
  const words = message
    .slice(0, MAX_CHARS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/(\d)[.,](?=\d)/g, '$1')
    .replace(/[.!?…\n]+/g, ' . ')
    .replace(/[,;:()–—]+| - /g, ' , ')
    .replace(/[^\p{L}\p{N}%.,]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => (Object.hasOwn(SHORTHAND, word) ? SHORTHAND[word] : word))
  return toOneByte(` . ${words.join(' ')} . `)
}

/**
 * The text in one byte a character, one letter standing for all that take more: V8 compiles an expression for such texts
 * and again for others, and of these some take 2 MB each, which a Worker doesn't have.
 */
const toOneByte = (text: string) => Array.from(text, (character) => (character > 'ÿ' ? 'ÿ' : character)).join('')

/** One word or figure; never the end of a clause or a sentence. */
const WORD = '[^ .,]+'

/** Whether plain words hold one of some wordings. */
export interface WordingTest {
  test(words: string): boolean
}

/** V8 doesn't optimise longer expressions (`kRegExpTooLargeToOptimize`): ten times as slow. */
const MAX_SOURCE = 16_000

/**
 * Compiles wordings into a test over plain words. In a wording, `<name>` stands for one of `names`, `[n]` for up to n
 * words in between, `[n,]` for the same across commas. Every repetition is bounded, so that the time grows with the
 * length alone.
 */
export function compileWordings(wordings: readonly string[], names: Readonly<Record<string, string>>): WordingTest {
  const groups: string[][] = []
  let size = 0
  for (const wording of wordings) {
    const expanded = expand(wording, names)
    size += expanded.length
    if (groups.length === 0 || size > MAX_SOURCE) {
      groups.push([])
      size = expanded.length
    }
    groups.at(-1)?.push(expanded)
  }
  const patterns = groups.map((group) => new RegExp(`(?<= )(?:${group.join('|')})(?= )`))
  return { test: (words) => patterns.some((pattern) => pattern.test(words)) }
}

function expand(wording: string, names: Readonly<Record<string, string>>): string {
  return wording
    .trimEnd()
    .replace(/\[(\d)(,?)\] /g, (_, most: string, comma: string) => `(?:${comma ? `(?:${WORD}|,)` : WORD} ){0,${most}}`)
    .replace(/<(\w+)>/g, (_, name: string) => {
      const meaning = names[name]
      if (meaning === undefined) throw new Error(`No meaning for <${name}> in the wording "${wording}"`)
      return `(?:${expand(meaning, names)})`
    })
}
