import type { Turn } from '../../answer/reply.ts'
import type { Sentence } from '../plain-words.ts'
import { type FoundFlag, redFlagsIn } from '../triage.ts'
import { crisisInWords, dangerInWords } from './danger-score.ts'
import { kindsToAdd } from './kinds.ts'
import { dangerPolicy } from './policy.ts'

/**
 * The red flags that a message tells, by the rules, surely enough to be told before a model has read it. None where its
 * words as a whole speak against it, as in a question about a disease or a story of long ago, and none where they speak of
 * the other kind, as in a wound of one's own making: whoever has a model listens again, by `NearestExample`, and tells
 * both kinds.
 * @param sentences of the message, as `plainWords` reads it
 * @param history oldest first; what the rules find only together with it is not doubted
 */
export function findDanger(sentences: readonly Sentence[], history: readonly Turn[]): readonly FoundFlag[] {
  const found = findDoubting(sentences, history, dangerPolicy.doubt)
  return found.length > 0 && speaksOfAnotherKind(sentences) ? [] : found
}

/** The same for a message that no model will read: the rules are doubted less, and the kind that they find is told. */
export function findDangerAlone(sentences: readonly Sentence[], history: readonly Turn[]): readonly FoundFlag[] {
  return findDoubting(sentences, history, dangerPolicy.doubtAlone)
}

function findDoubting(sentences: readonly Sentence[], history: readonly Turn[], doubt: number): readonly FoundFlag[] {
  const isDoubted = dangerInWords(sentences) <= doubt
  // Most messages end here: the score takes a fraction of the time of the rules.
  if (isDoubted && (history.length === 0 || redFlagsIn(sentences).length > 0)) return []
  return redFlagsIn(sentences, history)
}

/** Never of what the rules find only together with the turns before, which the message's own words don't tell. */
function speaksOfAnotherKind(sentences: readonly Sentence[]): boolean {
  const kinds = redFlagsIn(sentences).map(({ flag }) => flag.kind)
  return kinds.length > 0 && kindsToAdd(crisisInWords(sentences), kinds).length > 0
}
