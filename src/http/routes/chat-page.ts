import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ZodError } from 'zod'
import { screenDanger } from '../../core/answer/screen.ts'
import { requireMediaType } from '../body.ts'
import { answerPage, formPage, startingPage } from '../pages/chat-page.ts'
import type { FormFault } from '../pages/form.ts'
import { chatRequest } from '../schemas/chat-request.ts'
import { RETRY_SOON, type Ready } from '../startup.ts'

interface ChatPageOptions {
  readonly ready: Ready
  readonly isReady: () => boolean
  readonly defaultCountry: string | null
}

/** The chat without script, for browsers only; programs use the API. */
export function addChatPage(app: OpenAPIHono, { ready, isReady, defaultCountry }: ChatPageOptions): void {
  app.get('/', (c) => c.html(formPage()))
  app.post('/', requireMediaType('application/x-www-form-urlencoded'), async (c) => {
    const parsed = chatRequest.safeParse({ message: await readMessage(c) })
    if (!parsed.success) return c.html(formPage(faultOf(parsed.error)), 422)
    const { message, history, country = defaultCountry, maxQuotes } = parsed.data
    // Whoever is in danger does not wait for the engine to load; a loaded one screens by itself.
    const urgent = isReady() ? null : screenDanger({ message, history, country })
    if (urgent) return c.html(answerPage(urgent, message))
    const engine = await ready()
    if (!engine) return c.html(startingPage(), 503, RETRY_SOON)
    return c.html(answerPage(await engine.answer({ message, history, country, maxQuotes }), message))
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
