import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { ZodError } from 'zod'
import type { GlossaryTerm } from '../../core/answer/glossary.ts'
import type { Quote } from '../../core/answer/quote.ts'
import type { Ask } from '../answering.ts'
import { requireMediaType } from '../body.ts'
import { answerPage, formPage, laterPage, startPage } from '../pages/chat-page.ts'
import { EARLIER, type FormFault } from '../pages/form.ts'
import type { Site } from '../pages/site.ts'
import { problems } from '../problem.ts'
import { chatRequest } from '../schemas/chat-request.ts'

interface ChatPageOptions {
  readonly ask: Ask
  readonly site: Site
  readonly defaultCountry: string | null
  /** Lets the page with the chat element run it. */
  readonly allow: MiddlewareHandler
  /** The words of quotes that the sources explain. */
  readonly explain: (quotes: readonly Quote[]) => readonly GlossaryTerm[]
}

/** The chat for browsers, with and without script; programs use the API. */
export function addChatPage(app: OpenAPIHono, options: ChatPageOptions): void {
  const { ask, site, defaultCountry, allow, explain } = options
  app.get('/', allow, (c) => c.html(startPage(site, defaultCountry)))
  app.post('/', requireMediaType('application/x-www-form-urlencoded'), async (c) => {
    const { message: sent, earlier } = await readForm(c)
    const turns = earlier.map((content) => ({ role: 'user', content }))
    const parsed = chatRequest.safeParse({ message: sent, history: turns })
    if (!parsed.success) return c.html(formPage(site, ...whatIsWrong(parsed.error, earlier)), 422)
    const { message, history, country = defaultCountry, maxQuotes } = parsed.data
    const asked = await ask(c.req.raw.signal, { message, history, country, maxQuotes })
    if ('refusal' in asked) {
      return c.html(laterPage(site, asked.refusal, earlier), 503, problems[asked.refusal].headers)
    }
    const answer = asked.result
    c.set('counts', { quotes: answer.quotes.length })
    return c.html(answerPage(site, answer, message, { explained: explain(answer.quotes), earlier }))
  })
}

/** Browsers send line ends as two characters but count them as one against `maxlength`. */
async function readForm(c: Context): Promise<{ message: string; earlier: string[] }> {
  const form = new URLSearchParams(await c.req.text())
  const unite = (text: string) => text.replaceAll('\r\n', '\n')
  return { message: unite(form.get('message') ?? ''), earlier: form.getAll(EARLIER).map(unite) }
}

/** Earlier messages that this page can't have written are dropped; otherwise the form would never come right again. */
function whatIsWrong({ issues }: ZodError, earlier: readonly string[]): [FormFault, readonly string[]] {
  const [issue] = issues
  if (issues.some(({ path }) => path[0] === 'history')) return ['unreadable', []]
  if (issue?.code === 'too_small') return ['blank', earlier]
  return [issue?.code === 'too_big' ? 'tooLong' : 'unreadable', earlier]
}
