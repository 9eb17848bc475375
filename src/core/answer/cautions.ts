import { notices, personalAdvice, prognosis } from '../safety/catalogue.ts'
import { asksForAdvice } from '../safety/personal-advice.ts'
import { asksForPrognosis } from '../safety/prognosis.ts'
import { toNotice } from './notice.ts'
import type { Quote } from './quote.ts'
import type { Notice } from './reply.ts'

/**
 * What a reader should keep in mind, whether the chat found an answer or not.
 * @param asked wordings of the question: the message, and what was made of it
 * @param identified whether the message holds personal identifiers
 * @param quotes what the reply quotes
 */
export function cautionsFor(asked: readonly string[], identified: boolean, quotes: readonly Quote[]): Notice[] {
  const cautions: Notice[] = []
  const wordings = [...new Set(asked)]
  if (identified) cautions.push(toNotice('personal_data', notices.personalData, 'caution'))
  const advice = wordings.map(asksForAdvice).find((kind) => kind !== null)
  if (advice) cautions.push(toNotice('personal_advice', personalAdvice[advice], 'caution'))
  if (quotes.some(({ sensitive }) => sensitive === 'prognosis') || wordings.some(asksForPrognosis)) {
    cautions.push(toNotice('prognosis', prognosis.figures, 'caution'))
  }
  return cautions
}
