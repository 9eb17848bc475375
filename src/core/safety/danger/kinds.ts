import type { RedFlag } from '../red-flags/red-flag.ts'
import { dangerPolicy } from './policy.ts'

type Kind = RedFlag['kind']

/**
 * The kinds of danger that a message is to be told of beside those that rules found: both where the score is in doubt,
 * none where a rule then decides.
 * @param crisis log odds of a crisis against an emergency
 * @param ruled kinds that rules found
 */
export function kindsToAdd(crisis: number, ruled: readonly Kind[]): readonly Kind[] {
  const { unsureOfKind } = dangerPolicy
  if (ruled.length > 0 && Math.abs(crisis) <= unsureOfKind) return []
  const heard: Kind[] = []
  if (crisis < unsureOfKind) heard.push('emergency')
  if (crisis > -unsureOfKind) heard.push('crisis')
  return heard.filter((kind) => !ruled.includes(kind))
}
