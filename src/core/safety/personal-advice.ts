import { ASKING, JUDGEMENT, KINDS, NAMES, OWN_CASE, OWN_QUESTION } from './advice-wordings.ts'
import { compileWordings, toPlainWords } from './compile-wordings.ts'

/** What a reader wants judged in their own case; each kind has a notice that says what to ask the care team. */
export type AdviceKind = 'treatment' | 'diagnosis' | 'medicine' | 'results' | 'dailyLife'

const compile = (wordings: readonly string[]) => compileWordings(wordings, NAMES)

const asking = compile([...ASKING, ...OWN_QUESTION])
const ownCase = compile(OWN_CASE)
const judgement = compile(JUDGEMENT)
const kinds = Object.entries(KINDS).map(([kind, wordings]) => ({
  kind: kind as keyof typeof KINDS,
  test: compile(wordings),
}))

/**
 * What a message wants judged in the reader's own case or that of someone near; null where it asks for facts only.
 * @param message of any length, of which the first 4,000 characters are read
 */
export function asksForAdvice(message: string): AdviceKind | null {
  const words = toPlainWords(message)
  const asks = asking.test(words) || (ownCase.test(words) && judgement.test(words))
  if (!asks) return null
  return kinds.find(({ test }) => test.test(words))?.kind ?? 'treatment'
}
