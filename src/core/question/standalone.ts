import { toTerms } from '../retrieval/terms.ts'

/** Begins like the second half of a thought. */
const CONTINUES =
  /^(and|but|or|so|then|also|plus|what about|how about|what if|any other|anything else|which one|why|why not|why is that|how so|how come|what else|where else|who else|tell me more|more|go on|really|since when|until when|how often|how long|how many|how much|when|where|who)\b\s*[?.!]*$|^(and|but|or|so|also|what about|how about)\b/i

/** Points at something said before. "This cancer" and the like point at the subject of the chat instead. */
const POINTS_BACK =
  /\b(it|its|he|she|him|her|hers|his|they|them|their|theirs|that|those|these|one|ones|others?|the (same|first|second|last|latter|former))\b|\bthis\b(?!\s+(rare\s+)?(type of\s+|kind of\s+)?(cancer|tumou?r|disease|illness|condition|sarcoma|diagnosis|chat|website|page|thing called))/i

/** Fewer words with meaning than this can't name a topic and ask about it. */
const MIN_TERMS = 2
/** UTF-16 code units. A longer message tells itself what its "it" is, and leaves the model no room for an earlier turn. */
const MAX_FOLLOW_UP_CHARS = 500

/**
 * Whether a message can be understood without the turns before it. Depends on the message alone, so that no history
 * changes the answer to a question that stands alone.
 */
export function isStandalone(message: string): boolean {
  const text = message.trim()
  if (text.length > MAX_FOLLOW_UP_CHARS) return true
  if (CONTINUES.test(text) || POINTS_BACK.test(text)) return false
  return toTerms(text).size >= MIN_TERMS
}
