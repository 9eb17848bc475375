/**
 * Personal identifiers in what a reader writes: e-mail addresses, phone numbers, NHS, social security, national
 * insurance and record numbers, dates of birth, names given as such. Every repetition is bounded and none holds
 * another, so the time is proportional to the length of the text.
 */

interface Rule {
  /** Global, with the flag `u`. A group `lead` is kept: it says what the identifier was. */
  readonly pattern: RegExp
  /** How many characters of what follows the lead are an identifier; all of them unless told. */
  readonly measure?: (identifier: string) => number
}

const SPACE = '[ \\u00a0\\u202f]'
/** Between groups of digits; no en dash, which stands in ranges. */
const GAP = '[ \\u00a0\\u202f\\u2010\\u2011-]'
/** No part of a word, of a decimal number, of a date, of a DOI or of a gene's name. */
const START = '(?<![\\p{L}\\p{N}+-]|\\p{N}[.,/:])'
/** Nor an amount: a dose, a share, a size, a count. */
const AMOUNT = `${SPACE}?(?:%|°|[mµckd]?g|mcg|[mµd]?l|[mcµk]?m|c?gy|iu|units?|cells?|patients|people|cases|years|months|days)`
const END = `(?![\\p{L}\\p{N}]|[.,/:-]\\p{N}|${AMOUNT}(?!\\p{L}))`

const rule = (pattern: string, measure?: Rule['measure']): Rule => ({
  pattern: new RegExp(pattern, 'giu'),
  ...(measure ? { measure } : {}),
})

const digitsOf = (text: string): string => text.replace(/\P{N}/gu, '')

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\\p{L}{0,6}\\.?'
const ORDINAL = '(?:st|nd|rd|th)?'
const DATE = `(?:${[
  '\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})',
  '\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}',
  `\\d{1,2}${ORDINAL}${SPACE}?(?:of )?${MONTH}(?:,?${SPACE}\\d{4})?`,
  `${MONTH}${SPACE}\\d{1,2}${ORDINAL}(?:,?${SPACE}\\d{4})?`,
].join('|')})(?![\\p{L}\\p{N}])`
const BIRTH = '(?:date of birth|birth ?date|birthday|born|dob|d\\.o\\.b\\.?)'
const SAYS = '(?:number|no|nr|id|code)?\\.?(?: is| was)?[ :#=]{0,3}'

const rules: readonly Rule[] = [
  rule(`[\\p{L}\\p{N}._%+'-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,4}\\p{L}{2,24}`),

  rule(`(?<lead>(?<!\\p{L})${BIRTH}(?: is| was)?(?: on| in)?(?: the)?[ :=]{0,3})${DATE}`),
  rule(`${START}${DATE}(?=[ (,-]{1,3}(?:(?:is|was) )?(?:(?:my|his|her|their|the) )?${BIRTH}(?!\\p{L}))`),

  rule(`(?<lead>(?<!\\p{L})nhs ?${SAYS})\\d{3}${GAP}?\\d{3}${GAP}?\\d{4}(?!\\p{N})`),
  rule(`${START}\\d{3}${GAP}?\\d{3}${GAP}?\\d{4}${END}`, wholeIf(isNhsNumber)),
  rule(`(?<lead>(?<!\\p{L})(?:ssn|social security) ?${SAYS})\\d{3}${GAP}?\\d{2}${GAP}?\\d{4}(?!\\p{N})`),
  // Areas, groups and serial numbers that the Social Security Administration never gives are no such number.
  rule(`${START}(?!000|666|9)\\d{3}(${GAP})(?!00)\\d{2}\\1(?!0000)\\d{4}${END}`),
  // Two letters, six digits, one letter from A to D (HM Revenue & Customs, NIM39110).
  rule(`${START}[a-ceghj-prstw-z]{2}${SPACE}?(?:\\d{2}${SPACE}?){3}[a-d](?![\\p{L}\\p{N}])`),
  rule(
    `(?<lead>(?<!\\p{L})(?:mrn|(?:medical record|hospital|patient|passport|insurance|policy|member|medicare|chi) ?(?:number|no|id))(?!\\p{L})\\.?(?: is| was)?[ :#=]{0,3})(?=\\p{L}{0,3}-?\\p{N})[\\p{L}\\p{N}-]{4,20}(?![\\p{L}\\p{N}])`,
  ),

  // International: `+` or `00`, a country code, at most 15 digits (ITU-T E.164).
  rule(
    `${START.replace('+-', '-')}(?:\\+|00${SPACE}?)\\(?[1-9][\\d().\\/ \\u00a0\\u202f\\u2010\\u2011-]{6,22}\\d${END}`,
    phone(8, 15),
  ),
  // National, with the trunk prefix 0 of most countries.
  rule(`${START}\\(?0[1-9][\\d()/ \\u00a0\\u202f\\u2010\\u2011-]{5,18}\\d${END}`, phone(8, 11)),
  rule(`${START}0[1-9](?:\\.\\d{2}){4}${END}`),
  // North America: no area and no exchange begins with 0 or 1.
  rule(`${START}(?:1${GAP})?(?:\\([2-9]\\d{2}\\)|[2-9]\\d{2})(?:${GAP}|\\.)?[2-9]\\d{2}(?:${GAP}|\\.)?\\d{4}${END}`),
  // Any other shape only after a word that says so.
  rule(
    `(?<lead>(?<!\\p{L})(?:phone|telephone|tel|mobile|fax|whatsapp|call|ring|text|dial)(?: (?:number|no|me|us|him|her|them|samaritans|lifeline))?(?: (?:on|at|is|to))?[ .:]{1,3})\\+?\\(?\\d[\\d() \\u00a0\\u202f\\u2010\\u2011-]{4,18}\\d${END}`,
    phone(6, 15),
  ),

  {
    pattern:
      /(?<lead>(?<!\p{L})(?:[Mm]y name is|[Mm]y name's|[Mm]y name’s|I am called) )\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2}/gu,
  },
]

/**
 * The text without personal identifiers; the words around them stay, so the text can still be searched. Where none is
 * found the same string comes back. What only might be one (a year, an age, a count, a short emergency number) stays.
 */
export function dropIdentifiers(text: string): { text: string; found: boolean } {
  let found = false
  let rest = text
  for (const { pattern, measure = (identifier: string) => identifier.length } of rules) {
    rest = rest.replace(pattern, (match, ...details) => {
      const groups: Record<string, string | undefined> | string = details.at(-1)
      const lead = typeof groups === 'string' ? '' : (groups.lead ?? '')
      const identifier = match.slice(lead.length)
      const length = measure(identifier)
      if (length === 0) return match
      found = true
      return `${lead} ${identifier.slice(length)}`
    })
  }
  return found ? { text: rest.replace(/[ \u00a0\u202f]{2,}/g, ' ').trim(), found } : { text, found }
}

function wholeIf(isOne: (digits: string) => boolean) {
  return (identifier: string) => (isOne(digitsOf(identifier)) ? identifier.length : 0)
}

/** Ten digits, the last of which makes the weighted sum a multiple of 11 (NHS Data Dictionary). */
function isNhsNumber(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (10 - at || 1), 0)
  return sum % 11 === 0
}

/** As many whole groups of digits as make a phone number: what follows may be another number. */
function phone(least: number, most: number) {
  return (identifier: string) => {
    // Day, month and year, or the years of a range.
    if (/^\(?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|^(?:19|20)\d{2}-(?:19|20)\d{2}$/.test(identifier)) return 0
    let [digits, end] = [0, 0]
    for (const { 0: group, index } of identifier.matchAll(/\d+/g)) {
      if (digits + group.length > most) break
      digits += group.length
      end = index + group.length
    }
    return digits >= least ? end : 0
  }
}
