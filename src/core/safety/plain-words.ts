import { clearFigures } from './figures-of-speech.ts'
import { mendTriggers } from './trigger-words.ts'

/** A sentence of a message as plain words, for matching. */
export interface Sentence {
  /** The words with single spaces between them. */
  readonly text: string
  readonly words: readonly string[]
  /** Where each word begins in `text`, in UTF-16 code units. */
  readonly starts: readonly number[]
  /** For each word the number of its clause, from 0. */
  readonly clauses: readonly number[]
  /** Ended with a question mark. */
  readonly isAsked: boolean
  /** Written in capitals or with an exclamation mark. */
  readonly isShouted: boolean
}

/** Words and abbreviations of chats, and pairs of words that mean one. Whole words, matched in this order. */
const SPELT_OUT: readonly (readonly [RegExp, string])[] = [
  // Written as one word by a hand in a hurry, with others before and after.
  [/chestpain/g, ' chest pain '],
  [/cantbreathe/g, ' cant breathe '],
  [/\b(?:can not|cannot|carnt|cnt|cany|cant)\b/g, 'cant'],
  [/\bdo not\b/g, 'dont'],
  [/\bdoes not\b/g, 'doesnt'],
  [/\bdid not\b/g, 'didnt'],
  [/\bis not\b/g, 'isnt'],
  [/\bwill not\b/g, 'wont'],
  [/\bwould not\b/g, 'wouldnt'],
  [/\bcould not\b/g, 'couldnt'],
  [/\bhas not\b/g, 'hasnt'],
  [/\bhave not\b/g, 'havent'],
  [/\b(?:i am|iam|i m)\b/g, 'im'],
  [/\bi have\b/g, 'ive'],
  [/\bhe is\b/g, 'hes'],
  [/\bshe is\b/g, 'shes'],
  [/\b(?:wanna|wana)\b/g, 'want to'],
  [/\b(?:gonna|gunna|gona)\b/g, 'going to'],
  [/\b(?:cuz|cos|coz|cus|bc|bcos|becuase|cause i|cause hes|cause shes)\b/g, 'because'],
  [/\b(?:2nite|tonite|2night|tonigt|tonght)\b/g, 'tonight'],
  [/\b(?:2day|tday|todya)\b/g, 'today'],
  [/\bnite\b/g, 'night'],
  [/\brn\b/g, 'right now'],
  [/\bkms\b/g, 'kill myself'],
  [/\bkys\b/g, 'kill yourself'],
  [/\b(?:unalive|un alive)\b/g, 'kill'],
  [/\b(?:od d|odd on|oded|od ed|oding|od ing|ods)\b/g, 'overdosed'],
  [/\b(?:temp|temps|tmp|temprature|temprature|tempreture|tempature|temperture|temperatures)\b/g, 'temperature'],
  [/\b(?:haem|hem)opt[yi]sis\b/g, 'haemoptysis'],
  [/\bh(?:a)?em(?:m)?or(?:r)?h?a(?:d)?g(?:e|es|ing|ed)\b/g, 'haemorrhaging'],
  [/\bdiarr?h?o?ea\b/g, 'diarrhoea'],
  [/\b(?:mums|moms|mothers|mummy|mommy|mom|mam|mother|mama|momma|mumsy)\b/g, 'mum'],
  [/\b(?:dads|fathers|daddy|father|papa|pops)\b/g, 'dad'],
  [/\bdegrees? (?:c|celsius|centigrade)\b/g, 'degrees'],
  [/\bme (chest|legs?|heart|arms?|head|back|throat|lips|face|husband|wife|mum|dad|son|lad)\b/g, 'my $1'],
]

/** Phrases whose words look like a negation and are none. */
const NO_NEGATION: readonly (readonly [RegExp, string])[] = [
  [/\bnot (?:very |quite |entirely |really |too )?sure\b/g, 'unsure'],
  [/\b(?:dont|didnt|doesnt) (?:really |even )?(?:know|understand)\b/g, 'unsure of'],
  [/\bno idea\b/g, 'unsure'],
  [/\bnot (?:just|only|even|getting (?:any )?(?:better|worse)|going (?:away|down)|helping|long|much)\b/g, 'and'],
  [/\bno (?:better|help|doubt|one|matter|change|thermometer)\b/g, 'and'],
  [/\b(?:not|dont|doesnt|isnt) (?:feel(?:ing)? )?(?:very |too |so )?(?:well|good|right|great|ok|okay)\b/g, 'unwell'],
  [
    /\b(?:dont|didnt|doesnt|not) (?:want|wanting|like|mean)(?:s)? to (?:bother|worry|make|alarm|scare|waste|sound|fuss)\b/g,
    'hesitate',
  ],
]

const SENTENCE = /[^.!?;:\n]+[.!?;:\n]*/g
/** A clause begins at a comma, and before these words. */
const CLAUSE_WORD = new Set(['but', 'because', 'then', 'although', 'though', 'however', 'except', 'yet', 'plus'])
const JOINS = new Set(['and', 'now', 'or', 'so'])
const SUBJECTS =
  /^(?:i|im|ive|id|he|hes|she|shes|we|they|its|it|my|his|her|our|mum|dad|hubby|now|suddenly|cant|wont|isnt|then|theres|mine)$/

/** A message as sentences of plain words. Time grows linearly with its length. */
export function plainWords(message: string): Sentence[] {
  const shouts = isShouted(message)
  const text = flatten(message)
  return (text.match(SENTENCE) ?? []).flatMap((piece) => toSentence(piece, shouts) ?? [])
}

function isShouted(message: string): boolean {
  const letters = message.replace(/[^A-Za-z]/g, '')
  return letters.length >= 6 && letters === letters.toUpperCase()
}

/** Lower case, no accents, one kind of apostrophe and then none, numbers kept whole. */
function flatten(message: string): string {
  return message
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bo\.?d['’.]?d\b/g, (slip) => (slip === 'odd' ? slip : 'overdosed'))
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/(\d)[.,·](?=\d)/g, '$1_')
    .replace(/(\d)\s?°\s?/g, '$1 ')
    .replace(/(\d)(c|f|ml|mg|mcg|g|am|pm|hrs?|mins?|x|kg|cm|mm|yo)\b/g, '$1 $2')
    .replace(/([a-z])-(?=[a-z])/g, '$1 ')
    .replace(/([a-z])\1{2,}\b/g, '$1')
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/[…—–\-()[\]"“”«»/|*~+&,]|\.{2,}/g, ' , ')
    .replace(/[^\p{L}\p{N}_.!?;:,\s]/gu, ' ')
}

function toSentence(piece: string, shouts: boolean): Sentence | null {
  let text = piece.replace(/[.!?;:\s]+/g, ' ').trim()
  text = mendTriggers(text)
  for (const [pattern, words] of [...SPELT_OUT, ...NO_NEGATION]) text = text.replace(pattern, words)
  text = clearFigures(text)
  const words: string[] = []
  const clauses: number[] = []
  let clause = 0
  let broken = false
  const tokens = text.split(' ').filter((token) => token !== '')
  tokens.forEach((token, at) => {
    if (token === ',') {
      broken = words.length > 0
      return
    }
    const joins = JOINS.has(token) && SUBJECTS.test(tokens[at + 1] ?? '')
    if (words.length > 0 && (broken || CLAUSE_WORD.has(token) || joins)) clause++
    broken = false
    words.push(token.replace(/(?<=\d)_/, '.'))
    clauses.push(clause)
  })
  if (words.length === 0) return null
  const starts: number[] = []
  let length = 0
  for (const word of words) {
    starts.push(length)
    length += word.length + 1
  }
  return {
    text: words.join(' '),
    words,
    starts,
    clauses,
    isAsked: piece.includes('?'),
    isShouted: shouts || piece.includes('!'),
  }
}
