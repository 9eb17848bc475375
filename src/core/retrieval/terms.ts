import { stemmer } from 'stemmer'

/** Words that say nothing about the topic of an English question. */
const STOP_WORDS = new Set(
  `a about after all also am an and any are as at be because been being both but by can could did do does doing for from
  get got had has have having he her here hers him his how i if in into is it its just may me might my no nor not of on
  or other our out over own please said same she should so some such tell than that the their them then there these they
  this those through to too under until up us very was we were what when where which while who whom whose why will with
  would you your`.split(/\s+/),
)

/** British to American spelling where the two stem apart, by how a word begins; the stemmer unites its endings. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/^tumour/, 'tumor'],
  [/^haem/, 'hem'],
  [/^oedem/, 'edem'],
  [/^anaem/, 'anem'],
  [/^leukaem/, 'leukem'],
  [/^oesoph/, 'esoph'],
  [/^paediatr/, 'pediatr'],
  [/^orthopaed/, 'orthoped'],
  [/^dyspnoea/, 'dyspnea'],
  [/^diarrhoea/, 'diarrhea'],
  [/^paralys(?=e|ing)/, 'paralyz'],
  [/^metastasis(?=e|ing)/, 'metastasiz'],
]

/** The words of a text, apostrophes inside them included. */
export function toWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? []
}

/**
 * A word as it is indexed and looked up: lower case, American spelling, Porter stem (1980, through `stemmer`); null for
 * a stop word.
 */
export function toTerm(word: string): string | null {
  const lower = word.toLowerCase().replace(/['’]s?$/, '')
  if (lower === '' || STOP_WORDS.has(lower)) return null
  return stemmer(AMERICAN.reduce((spelt, [british, american]) => spelt.replace(british, american), lower))
}

/** The distinct terms of a text. @param termOf a word's, as `toTerm` gives it */
export function toTerms(text: string, termOf = toTerm): ReadonlySet<string> {
  return new Set(
    toWords(text)
      .map(termOf)
      .filter((term) => term !== null),
  )
}
