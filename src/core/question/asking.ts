/** A message that tells something before it asks. */
export interface Asking {
  readonly told: string
  /** From the first clause that asks to the end. */
  readonly asked: string
}

/** Open a question at the beginning of a sentence, up to an apostrophe, after any of LEADS. */
const OPENERS = new Set(
  'what whats how hows why who whos whose where wheres when whens which is isn isnt are aren arent can cant could do does doesn doesnt did will would should has have was were any'.split(
    ' ',
  ),
)
const LEADS = new Set(['and', 'so', 'but', 'now', 'also', 'please'])
/** The same after a comma, where a statement could go on: `…, is growing`, `…, who is 60`. */
const OPENS_CLAUSE =
  /^(?:(?:and|so|but) )*(?:whats?|what's|how|why|wheres?|where's|which|(?:is|isnt|isn't) (?:it|that|there|this)|are there|(?:can|does|will) (?:it|he|she|they)|do they|should (?:i|he|she|we|they))\b/i
/** A full stop inside a number or an abbreviation seldom has a space after it. */
const SENTENCE_ENDS = /(?<=[.!?…])\s+/u
const CLAUSE_ENDS = /(?<=[,;:–—])\s+/u

/** Null where a message asks from its beginning on, or asks nothing. Time grows linearly with the message. */
export function splitAsking(message: string): Asking | null {
  // Line by line: an expression for line ends and the white space around them would go back and try again.
  const lines = message.split('\n').map((line) => line.trim())
  const sentences = lines.filter(Boolean).flatMap((line) => line.split(SENTENCE_ENDS))
  const pieces = sentences.flatMap((sentence) =>
    sentence.split(CLAUSE_ENDS).map((clause, at) => ({
      clause,
      asks: at > 0 ? OPENS_CLAUSE.test(clause) : opens(sentence) || isAskedThroughout(sentence),
    })),
  )
  const first = pieces.findIndex(({ asks }) => asks)
  if (first <= 0) return null
  const textOf = (some: typeof pieces) => some.map(({ clause }) => clause).join(' ')
  return { told: textOf(pieces.slice(0, first)), asked: textOf(pieces.slice(first)) }
}

function opens(sentence: string): boolean {
  const word = sentence
    .toLowerCase()
    .split(' ')
    .find((one) => !LEADS.has(one))
  return OPENERS.has(/^[a-z]+/.exec(word ?? '')?.[0] ?? '')
}

/** Ends with a question mark, and no clause after the first begins a question. */
function isAskedThroughout(sentence: string): boolean {
  return sentence.endsWith('?') && !sentence.split(CLAUSE_ENDS).some((clause) => OPENS_CLAUSE.test(clause))
}
