import { additionsOf, addTo } from '../../core/answer/compose.ts'
import { screen } from '../../core/answer/screen.ts'
import { openEngine } from '../open-engine.ts'
import { createProgress } from '../progress.ts'
import { renderAnswer } from '../render-answer.ts'
import { readAllSettings } from '../settings.ts'
import { SetupError } from '../setup-error.ts'

/** `quotewell ask QUESTION`. */
export async function ask(words: readonly string[]): Promise<void> {
  const settings = readAllSettings(process.env)
  const message = words.join(' ').trim()
  if (message === '') throw new SetupError('There is no question. Try: npm run ask -- "How rare is it?"')
  const request = { message, history: [], country: settings.country, maxQuotes: 3 }
  const answer = screen(request) ?? (await (await openEngine(settings, createProgress())).answer(request))
  process.stdout.write(renderAnswer(addTo(answer, additionsOf(settings.hostTexts, false))))
}
