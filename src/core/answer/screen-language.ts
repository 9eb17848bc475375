import { detectForeign, findForeignCry } from '../safety/language.ts'
import { composeForeignCry, composeUnsupported } from './compose.ts'
import type { Answer, Notice } from './reply.ts'

/**
 * The reply to a message that is not in English, else null. It needs neither model nor index.
 * @param actionsFor whom to call
 */
export function screenLanguage(
  message: string,
  actionsFor: (kind: 'emergency' | 'crisis') => Notice['actions'],
): Answer | null {
  const language = detectForeign(message)
  const cry = findForeignCry(message, language)
  if (cry) return composeForeignCry(cry, actionsFor(cry.kind))
  return language === null ? null : composeUnsupported(language)
}
