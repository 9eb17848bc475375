import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ZodError } from 'zod'
import type { Answering } from '../answering.ts'
import { requireMediaType } from '../body.ts'
import { answerPage, formPage, laterPage } from '../pages/chat-page.ts'
import type { FormFault } from '../pages/form.ts'
import type { Site } from '../pages/site.ts'
import { problems } from '../problem.ts'
import { chatRequest } from '../schemas/chat-request.ts'

interface ChatPageOptions extends Answering {
  readonly site: Site
  readonly defaultCountry: string | null
}

/** The chat without script, for browsers only; programs use the API. */
export function addChatPage(app: OpenAPIHono, { screen, withEngine, site, defaultCountry }: ChatPageOptions): void {
  app.get('/', (c) => c.html(formPage(site)))
  app.post('/', requireMediaType('application/x-www-form-urlencoded'), async (c) => {
    const parsed = chatRequest.safeParse({ message: await readMessage(c) })
    if (!parsed.success) return c.html(formPage(site, faultOf(parsed.error)), 422)
    const { message, history, country = defaultCountry, maxQuotes } = parsed.data
    const request = { message, history, country, maxQuotes }
    // Whoever is in danger waits for nobody: neither for the engine to load nor for others to be answered.
    const screened = screen(request)
    if (screened) return c.html(answerPage(site, screened, message))
    const admitted = await withEngine(c.req.raw.signal, (engine) => engine.answer(request))
    if ('refusal' in admitted) {
      return c.html(laterPage(site, admitted.refusal), 503, problems[admitted.refusal].headers)
    }
    const answer = admitted.result
    c.set('counts', { quotes: answer.quotes.length })
    return c.html(answerPage(site, answer, message))
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
