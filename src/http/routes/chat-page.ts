import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ZodError } from 'zod'
import type { GlossaryTerm } from '../../core/answer/glossary.ts'
import type { Quote } from '../../core/answer/quote.ts'
import type { Ask } from '../ask.ts'
import { requireMediaType } from '../body.ts'
import { answerPage, formPage, laterPage } from '../pages/chat-page.ts'
import type { FormFault } from '../pages/form.ts'
import { problems } from '../problem.ts'
import { chatRequest } from '../schemas/chat-request.ts'

interface ChatPageOptions {
  readonly ask: Ask
  readonly defaultCountry: string | null
  /** The words of quotes that the sources explain. */
  readonly explain: (quotes: readonly Quote[]) => readonly GlossaryTerm[]
}

/** The chat without script, for browsers only; programs use the API. */
export function addChatPage(app: OpenAPIHono, { ask, defaultCountry, explain }: ChatPageOptions): void {
  app.get('/', (c) => c.html(formPage()))
  app.post('/', requireMediaType('application/x-www-form-urlencoded'), async (c) => {
    const parsed = chatRequest.safeParse({ message: await readMessage(c) })
    if (!parsed.success) return c.html(formPage(faultOf(parsed.error)), 422)
    const { message, history, country = defaultCountry, maxQuotes } = parsed.data
    const asked = await ask(c.req.raw.signal, { message, history, country, maxQuotes })
    if ('refusal' in asked) {
      return c.html(laterPage(asked.refusal), 503, problems[asked.refusal].headers)
    }
    const answer = asked.result
    c.set('counts', { quotes: answer.quotes.length })
    return c.html(answerPage(answer, message, explain(answer.quotes)))
  })
}

/** Browsers send line ends as two characters but count them as one against `maxlength`. */
async function readMessage(c: Context): Promise<string> {
  const form = new URLSearchParams(await c.req.text())
  return (form.get('message') ?? '').replaceAll('\r\n', '\n')
}

function faultOf({ issues: [issue] }: ZodError): FormFault {
  if (issue?.code === 'too_small') return 'blank'
  return issue?.code === 'too_big' ? 'tooLong' : 'unreadable'
}
