import { eld } from 'eld/extrasmall'
import { DOMAIN, ENGLISH } from './languages/english.ts'
import { fold } from './languages/fold.ts'
import { LANGUAGES, type Language, PACKS } from './languages/index.ts'

/** A language that the chat does not speak; `other` where it has no texts in it. */
export type ForeignLanguage = Language | 'other'

/** Code of the library for Indonesian, which it does not tell from Malay. */
const MALAY = 'ms'
/** A character of these says as much as some letters. */
const LETTERS_A_CHARACTER = 3
/** Fewer letters of another script are a symbol, a name or a slip. */
const MIN_LETTERS = 2
/** Greek letters name proteins and groups ("TGF-β"). */
const MIN_GREEK = 5

/** Without any word that is known, the library alone decides, and only on this much … */
const MIN_WORDS_UNKNOWN = 4
const MIN_LETTERS_UNKNOWN = 18
/** … and so much surer of another language than of English. From the tuning parts of the language and safety sets. */
const MARGIN_UNKNOWN = 0.15
/** With one known word, and not a short name that happens to be one. */
const MARGIN_ONE = 0.05
const MIN_LETTERS_ONE = 4
/** Romanised words are spelled freely, and short ones look like English. */
const MIN_ROMANISED = 3

const WORDS = LANGUAGES.flatMap((language) => {
  const { words } = PACKS[language]
  return words === undefined ? [] : [{ language, words: new Set(words.split(' ')) }]
})
const ROMANISED = LANGUAGES.flatMap((language) => {
  const { romanised } = PACKS[language]
  return romanised === undefined ? [] : [{ language, words: new Set(romanised.split(' ')) }]
})

/**
 * The language of a message that is not in English; null for English and wherever the message does not show enough.
 * Names, drugs and Latin terms count for no language.
 */
export function detectForeign(message: string): ForeignLanguage | null {
  const text = message.normalize('NFKC').slice(0, 2000)
  const latin = wordsOf(text).filter((word) => /\p{Script=Latin}/u.test(word))
  const english = latin.filter((word) => ENGLISH.has(plain(word))).length
  return byScript(text, latin, english) ?? byWords(text, latin, english)
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []
const holdsEnglish = (message: string) => wordsOf(message).some((word) => ENGLISH.has(plain(word)))
const plain = (word: string) => word.toLowerCase().replace(/['’]/g, '')
const isTelling = (word: string) => !/\d/.test(word) && !DOMAIN.test(plain(word))

/** The language of the script that the message is mostly in, unless that is Latin. */
function byScript(text: string, latin: readonly string[], english: number): ForeignLanguage | null {
  const letters = countScripts(text)
  const weight =
    LETTERS_A_CHARACTER * (letters.han + letters.kana + letters.hangul) +
    letters.sum -
    letters.han -
    letters.kana -
    letters.hangul
  if (weight < MIN_LETTERS || letters.sum === 0) return null
  if (letters.greek === letters.sum && letters.greek < MIN_GREEK) return null
  const latinLetters = latin.filter(isTelling).join('').length
  if (english > 0 && weight < latinLetters) return null
  if (weight * 2 < latinLetters) return null
  return languageOfScript(text, letters)
}

type Scripts = Record<
  'han' | 'kana' | 'hangul' | 'devanagari' | 'arabic' | 'bengali' | 'cyrillic' | 'greek' | 'sum',
  number
>

function countScripts(text: string): Scripts {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return {
    han: count(/\p{Script=Han}/gu),
    kana: count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    hangul: count(/\p{Script=Hangul}/gu),
    devanagari: count(/\p{Script=Devanagari}/gu),
    arabic: count(/\p{Script=Arabic}/gu),
    bengali: count(/\p{Script=Bengali}/gu),
    cyrillic: count(/\p{Script=Cyrillic}/gu),
    greek: count(/\p{Script=Greek}/gu),
    sum: count(/(?!\p{Script=Latin})\p{L}/gu),
  }
}

/** Characters of Japanese that Chinese writes in another way. */
const JAPANESE_KANJI = /[転検験薬剤図気歩込働応戻円売読伝団対変発広県楽覚痛齢権]/
/** The library takes shorter Russian for one of its neighbours. */
const MIN_CYRILLIC = 40
/** Letters and words of other languages in the same script. */
const OTHER_CYRILLIC =
  /[іїєґўђјљњћџѓќѐѝәғқңөұүһ]|кров['’]ю|(?<!\p{L})(?:що|але|дуже|де|ця|цей|чи|мені|мене|немає|съм|това|какво|къде|защо)(?!\p{L})/iu
const URDU = /[ٹڈڑںےھہۓ]/u
const PERSIAN = /[پچژگیک]/u

function languageOfScript(text: string, letters: Scripts): ForeignLanguage {
  const { sum, devanagari, arabic, bengali, cyrillic, han, kana } = letters
  if (kana > 0 && han + kana > sum / 2) return 'ja'
  if (han > sum / 2) return JAPANESE_KANJI.test(text) && !CHINESE.test(text) ? 'ja' : 'zh'
  if (devanagari > sum / 2) return 'hi'
  if (bengali > sum / 2) return /[ৰৱ]/.test(text) ? 'other' : 'bn'
  if (cyrillic > sum / 2) return isOtherCyrillic(text) ? 'other' : 'ru'
  if (arabic <= sum / 2) return 'other'
  if (PERSIAN.test(text) && !/[ٹڈڑںےھ]/u.test(text) && isLike(text, ['fa'], 'ur')) return 'other'
  return URDU.test(text) ? 'ur' : PERSIAN.test(text) && isLike(text, ['ur'], 'ar') ? 'ur' : 'ar'
}

/** Of the languages in Cyrillic letters, only Russian and Belarusian write ы, э and ё. */
function isOtherCyrillic(text: string): boolean {
  if (OTHER_CYRILLIC.test(text)) return true
  return text.length >= MIN_CYRILLIC && !/[ыэё]/i.test(text) && isLike(text, ['uk', 'bg', 'sr'], 'ru')
}

/** Characters that Chinese writes and Japanese does not. */
const CHINESE = /[们這这吗嗎呢吧你妳她没沒怎么麼什几幾还還给給会會说說儿兒哪爸媽妈了]/

function isLike(text: string, these: readonly string[], than: string): boolean {
  const scores = eld.detect(text).getScores()
  return these.some((language) => (scores[language] ?? 0) > (scores[than] ?? 0))
}

/** The language of a message in Latin letters. */
function byWords(text: string, latin: readonly string[], english: number): ForeignLanguage | null {
  const telling = latin.filter(isTelling).map((word) => word.toLowerCase())
  if (telling.length === 0) return null
  const romanised = bestOf(ROMANISED, latin.map(plain))
  if (romanised && romanised.count >= MIN_ROMANISED && romanised.count > 2 * english) return romanised.language

  const known = bestOf(WORDS, partsOf(telling))
  const marks = /[¿¡]/.test(text) ? 2 : 0
  const count = (known?.count ?? 0) + marks
  if (english > 0 && (count < 3 || count <= english)) return null

  const margins = compareWithEnglish(telling.join(' '))
  const isForeign =
    count >= 2 ||
    (count === 1 && telling.join('').length >= MIN_LETTERS_ONE && margins.best > MARGIN_ONE) ||
    (telling.length >= MIN_WORDS_UNKNOWN &&
      telling.join('').length >= MIN_LETTERS_UNKNOWN &&
      margins.best > MARGIN_UNKNOWN)
  if (!isForeign) return null
  return nearest(margins.scores, telling, count)
}

/** Each once, with what stands before and after an apostrophe ("j'arrive"). */
const partsOf = (words: readonly string[]) => [...new Set(words.flatMap((word) => [word, ...word.split(/['’]/)]))]

interface Known {
  readonly language: Language
  readonly count: number
}

function bestOf(
  lists: readonly { language: Language; words: ReadonlySet<string> }[],
  words: readonly string[],
): Known | null {
  let best: Known | null = null
  for (const { language, words: list } of lists) {
    const count = words.filter((word) => list.has(word)).length
    if (count > (best?.count ?? 0)) best = { language, count }
  }
  return best
}

function compareWithEnglish(text: string) {
  const scores = eld.detect(text).getScores()
  const best = Math.max(0, ...Object.entries(scores).map(([code, score]) => (code === 'en' ? 0 : score)))
  return { scores, best: best - (scores.en ?? 0) }
}

/** With at most one known word, a lower score of the library is a guess. */
const MIN_SCORE = 0.5
/** Where the known words and the library differ, each known word weighs as much as this share of the library's score. */
const WORD_WEIGHT = 0.1

function nearest(scores: Readonly<Record<string, number>>, words: readonly string[], count: number): ForeignLanguage {
  const parts = partsOf(words)
  const of = (code: string) => scores[code] ?? 0
  let best: { language: ForeignLanguage; score: number } = { language: 'other', score: 0 }
  for (const [code, score] of Object.entries(scores)) {
    if (code !== 'en' && code !== MALAY && !(code in PACKS) && score > best.score) best = { language: 'other', score }
  }
  for (const { language, words: list } of WORDS) {
    const score = of(language === 'id' ? MALAY : language) + WORD_WEIGHT * parts.filter((word) => list.has(word)).length
    if (score > best.score) best = { language, score }
  }
  return count <= 1 && best.score < MIN_SCORE ? 'other' : best.language
}

/** Patterns as written in the packs, compiled over folded text. */
const FLAGS = LANGUAGES.map((language) => {
  const { flags, general } = PACKS[language]
  const bound = PACKS[language].words !== undefined || language === 'ru' ? '(?<![\\p{L}])' : ''
  const compile = (pattern: string) => new RegExp(`${bound}(?:${fold(pattern)})`, 'u')
  return {
    language,
    general: compile(general),
    flags: flags.map(({ kind, all }) => ({ kind, all: all.map(compile) })),
  }
})

/** A call for help in another language. */
export interface ForeignCry {
  readonly language: Language
  readonly kind: 'emergency' | 'crisis'
}

/**
 * The red flag that a message in another language tells, or null. A crisis goes before an emergency.
 * @param language what `detectForeign` says; where that is `other`, or null without an English word, every language is
 *   looked through
 */
export function findForeignCry(message: string, language: ForeignLanguage | null): ForeignCry | null {
  if (language === null && holdsEnglish(message)) return null
  const sentences = fold(message.slice(0, 2000))
    .replace(/(\d)[.,](?=\d)/g, '$1')
    .split(/[.!?。！？।۔؟\n]+/u)
    .filter((sentence) => sentence.trim() !== '')
  const whole = [...sentences, sentences.join(' ')]
  const found = FLAGS.filter((one) => language === null || language === 'other' || one.language === language).flatMap(
    ({ language, flags, general }) =>
      flags
        .filter(({ all }) => whole.some((text) => !general.test(text) && all.every((part) => part.test(text))))
        .map(({ kind }): ForeignCry => ({ language, kind })),
  )
  return found.find(({ kind }) => kind === 'crisis') ?? found[0] ?? null
}
