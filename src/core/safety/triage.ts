import type { Turn } from '../answer/reply.ts'
import { plainWords, type Sentence } from './plain-words.ts'
import { RED_FLAGS } from './red-flags/index.ts'
import type { RedFlag, Sign } from './red-flags/red-flag.ts'
import { TREATMENT } from './red-flags/treatment.ts'
import { isCrisisTold, isEmergencyTold, type Place, type Setting, settingOf } from './told.ts'

export interface FoundFlag {
  readonly flag: RedFlag
  /** Told of somebody else than the writer: a crisis then gets words for a helper. */
  readonly isOther: boolean
}

/** Parts of a sign further apart than this many words are not one thought. */
const REACH = 10
/** What went before counts this far back. */
const TURNS_BACK = 6
/** A message that goes on about the turn before is short. */
const MAX_WORDS_OF_A_SEQUEL = 30
const SEQUEL =
  /\b(?:is (?:that|this|it) (?:serious|bad|normal|dangerous|ok|okay|an emergency|something)|should (?:i|we|he|she)|do (?:i|we) (?:need|have|call|go|ring)|what (?:do|should|can) (?:i|we)|it (?:started|began|happened|is|has|wont|keeps|hurts|comes)|its|started|getting worse|worse|still|cant wait|can (?:it|this|that|i|we) wait|wait till|help|please|(?:an|one|two|three|few|\d+) (?:hours?|minutes?|mins|days?) ago|hes|shes|what now|am i|im (?:scared|frightened|alone|on my own)|serious|emergency|ambulance|hospital|call)\b/

/**
 * The red flags that a message tells, by rules alone: at most one emergency and one crisis, the emergency first; empty
 * where there is none. Pure; time grows linearly with the text.
 * @param history oldest first; it can raise a flag together with the message, never take one away
 */
export function findRedFlags(message: string, history: readonly Turn[] = []): readonly FoundFlag[] {
  return redFlagsIn(plainWords(message), history)
}

/** The same for a message that has been read. */
export function redFlagsIn(sentences: readonly Sentence[], history: readonly Turn[] = []): readonly FoundFlag[] {
  const before = history
    .filter(({ role }) => role === 'user')
    .slice(-TURNS_BACK)
    .map(({ content }) => plainWords(content))
  const found = flagsIn(sentences, before.flat())
  if (found.length > 0) return found
  const last = before.at(-1)
  return last && isSequel(sentences) ? flagsIn(last, before.slice(0, -1).flat()) : []
}

function isSequel(sentences: readonly Sentence[]): boolean {
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0)
  return words <= MAX_WORDS_OF_A_SEQUEL && sentences.some(({ text }) => SEQUEL.test(text))
}

function flagsIn(sentences: readonly Sentence[], before: readonly Sentence[]): FoundFlag[] {
  const setting = settingOf(sentences)
  const isTreated = [...sentences, ...before].some(({ text }) => TREATMENT.test(text))
  const found: FoundFlag[] = []
  for (const kind of ['emergency', 'crisis'] as const) {
    const one = firstOf(kind, sentences, setting, isTreated)
    if (one) found.push(one)
  }
  return found
}

function firstOf(
  kind: RedFlag['kind'],
  sentences: readonly Sentence[],
  setting: Setting,
  isTreated: boolean,
): FoundFlag | null {
  for (const flag of RED_FLAGS) {
    if (flag.kind !== kind) continue
    for (const sign of flag.signs) {
      if (sign.onTreatment && !isTreated) continue
      for (const sentence of sentences) {
        const place = placesOf(sign, sentence).find((place) =>
          kind === 'crisis' ? isCrisisTold(place, setting) : isEmergencyTold(place, setting, sign.isTerm ?? false),
        )
        if (place) return { flag, isOther: isOfAnother(place.sentence, place.first, place.last) }
      }
    }
  }
  return null
}

/** Where all parts of a sign stand near each other, none negated. */
function placesOf({ all, unless }: Sign, sentence: Sentence): Place[] {
  const { text } = sentence
  // Most signs end here, at their first part; taking all matches of all parts costs ten times as much.
  if (all.some((part) => text.search(part) < 0) || unless?.test(text)) return []
  const met = all.map((part) => wordsOf(part, sentence))
  const wanted = negatorsIn(met.flat(), sentence)
  const found = met.map((words) => words.filter(({ from }) => !isNegated(sentence, from, wanted)))
  const [anchors = [], ...others] = found
  const at = others.map(() => 0)
  return anchors.flatMap((anchor) => {
    let [first, last] = [anchor.from, anchor.to]
    for (const [part, words] of others.entries()) {
      while (nextIsNearer(words, at[part] ?? 0, anchor.from)) at[part] = (at[part] ?? 0) + 1
      const near = words[at[part] ?? 0]
      if (!near || gap(near, anchor) > REACH) return []
      first = Math.min(first, near.from)
      last = Math.max(last, near.to)
    }
    return [{ sentence, first, last }]
  })
}

interface Words {
  readonly from: number
  readonly to: number
}

function nextIsNearer(words: readonly Words[], at: number, anchor: number): boolean {
  const [one, next] = [words[at], words[at + 1]]
  return one !== undefined && next !== undefined && Math.abs(next.from - anchor) <= Math.abs(one.from - anchor)
}

function gap(one: Words, other: Words): number {
  return Math.max(one.from - other.to, other.from - one.to)
}

function wordsOf(part: RegExp, sentence: Sentence): Words[] {
  const found: Words[] = []
  let word = 0
  for (const match of sentence.text.matchAll(part)) {
    while ((sentence.starts[word + 1] ?? Number.POSITIVE_INFINITY) <= match.index) word++
    const from = word
    let to = word
    while ((sentence.starts[to + 1] ?? Number.POSITIVE_INFINITY) < match.index + match[0].length) to++
    found.push({ from, to })
  }
  return found
}

/** Says no to what follows, also past an "and" or "or": "no fever or chills". */
const NO = new Set(['no', 'without', 'denies', 'denied', 'nor', 'neither', 'never', 'zero'])
/** Says no to the rest of its clause. */
const NOT = new Set([
  ...['not', 'didnt', 'doesnt', 'dont', 'isnt', 'wasnt', 'arent', 'werent', 'hasnt', 'havent', 'hadnt', 'aint'],
  ...['nobody', 'nothing', 'none', 'noone'],
])
const NEGATION_REACH = 5

/** Negations that a sign itself wants: "not" of "not breathing". */
function negatorsIn(met: readonly Words[], { words }: Sentence): ReadonlySet<number> {
  const wanted = new Set<number>()
  for (const { from, to } of met) {
    for (let at = from; at <= to; at++) {
      const word = words[at] ?? ''
      if (NO.has(word) || NOT.has(word)) wanted.add(at)
    }
  }
  return wanted
}

function isNegated({ words, clauses }: Sentence, at: number, wanted: ReadonlySet<number>): boolean {
  for (let back = 1; back <= NEGATION_REACH && at - back >= 0; back++) {
    const word = words[at - back] ?? ''
    if (clauses[at - back] !== clauses[at]) return false
    if (wanted.has(at - back)) continue
    if (NO.has(word)) return true
    if (NOT.has(word)) return !words.slice(at - back + 1, at).some((between) => between === 'and' || between === 'stop')
  }
  return false
}

const OTHER =
  /\b(?:he|hes|she|shes|they|theyre|him|her|his|himself|herself|themselves|someone|somebody|dad|mum|hubby|husband|wife|son|daughter|brother|sister|friend|mate|partner|boyfriend|girlfriend|nan|gran|uncle|aunt|cousin|lad|member|neighbour)\b/g
const SELF = /\b(?:i|im|ive|id|ill|me|myself|my)\b/g

/** Whether the nearest person named up to the sign is not the writer. @param first, last words of the sign; the whole sentence without */
export function isOfAnother(sentence: Sentence, first = 0, last = sentence.words.length - 1): boolean {
  const end = (sentence.starts[last] ?? 0) + (sentence.words[last]?.length ?? 0)
  const upTo = sentence.text.slice(0, end)
  const own = sentence.text.slice(sentence.starts[first] ?? 0, end)
  if (/\b(?:himself|herself|themselves|hisself)\b/.test(own)) return true
  if (/\b(?:myself|i|im|without me)\b/.test(own)) return false
  return (
    lastIndex(upTo, OTHER) >
    lastIndex(
      upTo
        .replace(/\b(?:my|tells|told|telling|texted|messaged|to|with|says to) me\b/g, (words) =>
          '_'.repeat(words.length),
        )
        .replace(/\bmy\b/g, '__'),
      SELF,
    )
  )
}

function lastIndex(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1
}
