import type { Turn } from '../../answer/reply.ts'
import type { Sentence } from '../plain-words.ts'
import { type FoundFlag, redFlagsIn } from '../triage.ts'
import { dangerInWords } from './danger-score.ts'
import { dangerPolicy } from './policy.ts'

/**
 * The red flags that a message tells, by the rules; none where its words as a whole speak against it, as in a question
 * about a disease or a story of long ago. Needs no model. Whoever has one listens again, by `NearestExample`.
 * @param sentences of the message, as `plainWords` reads it
 * @param history oldest first; what the rules find only together with it is not doubted
 * @param doubt log odds of danger up to which the rules alone are not believed
 */
export function findDanger(
  sentences: readonly Sentence[],
  history: readonly Turn[],
  doubt: number = dangerPolicy.doubt,
): readonly FoundFlag[] {
  const isDoubted = dangerInWords(sentences) <= doubt
  // Most messages end here: the score takes a fraction of the time of the rules.
  if (isDoubted && (history.length === 0 || redFlagsIn(sentences).length > 0)) return []
  return redFlagsIn(sentences, history)
}
