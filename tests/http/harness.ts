import { expect } from 'vitest'
import { composeAnswer, composeNoAnswer } from '../../src/core/answer/compose.ts'
import { createGlossary } from '../../src/core/answer/glossary.ts'
import { type Quote, quoteFrom } from '../../src/core/answer/quote.ts'
import type { Answer, ChatRequest, Engine, Notice } from '../../src/core/answer/reply.ts'
import { parseGlossary } from '../../src/core/ingest/glossary.ts'
import { split } from '../../src/core/ingest/split.ts'
import { messages, notices } from '../../src/core/safety/catalogue.ts'
import { type AppOptions, createApp } from '../../src/http/app.ts'
import { type ProblemKind, problems } from '../../src/http/problem.ts'
import { problemDetails } from '../../src/http/schemas/problem.ts'
import { createStartup } from '../../src/http/startup.ts'
import { conforming } from './conformance.ts'
import { birds, owls } from './sources.ts'

export const SUGGESTION = 'What colour are "robin" eggs & why?'

const sources = [birds, owls]
const passages = sources.flatMap((source) => split(source).map((passage) => ({ source, passage })))

const GLOSSARY = `- term: egg
  forms: [eggs]
  quote: Robins lay blue eggs.
`
const terms = parseGlossary({ yaml: GLOSSARY, file: 'birds.glossary.yaml' }, birds, split(birds))

/** The passages that hold one of the words of `query`, in reading order. */
function matches(query: string) {
  const words = query.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  return passages.filter(({ source: { text }, passage: { start, end } }) => {
    const passageText = text.slice(start, end).toLowerCase()
    return words.some((word) => passageText.includes(word))
  })
}

const urgent: Notice = {
  kind: 'source_age',
  ...notices.sourceAge,
  severity: 'urgent',
  actions: [{ label: messages.thanks.text, href: 'tel:112' }],
}

function answerTo({ message, maxQuotes }: ChatRequest): Answer {
  const quotes = matches(message)
    .slice(0, maxQuotes)
    .map(({ source, passage }, at): Quote => {
      const [sentence = passage] = passage.sentences
      return quoteFrom(source, passage, sentence, 0.9 - at / 10)
    })
  if (quotes.length === 0) return composeNoAnswer(message, [SUGGESTION])
  const answer = composeAnswer(
    { searched: message, quotes, disagree: false, suggestions: [], cautions: [] },
    new Map(sources.map((source) => [source.id, source])),
    new Date(),
  )
  return { ...answer, notices: [urgent] }
}

/** An engine without a model: it finds words, and every quote of it is a real one. `asked` collects what reaches it. */
export function createEngine(): Engine & { readonly asked: ChatRequest[] } {
  const asked: ChatRequest[] = []
  return {
    asked,
    sources,
    glossary: createGlossary({ sources, passages: passages.map(({ passage }) => passage), terms }),
    answer: async (request) => {
      asked.push(request)
      return answerTo(request)
    },
    search: async (query, limit) =>
      matches(query)
        .slice(0, limit)
        .map(({ source, passage }) => ({ passage, text: source.text.slice(passage.start, passage.end), score: 0.5 })),
  }
}

export const loaded = (engine: Engine) => createStartup(Promise.resolve(engine))

export const neverLoaded = () => createStartup(new Promise<Engine>(() => {}))

/** Every reply is held against the OpenAPI document. */
export function testApp(options: Partial<AppOptions> = {}) {
  const engine = createEngine()
  const app = conforming(createApp({ startup: loaded(engine), startupPatience: 20, ...options }))
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const ask = (message: string) => app.request('/', { method: 'POST', body: new URLSearchParams({ message }) })
  return { app, engine, post, ask }
}

/** Checks every field of a problem but `errors`, which it returns. */
export async function expectProblem(response: Response, kind: ProblemKind) {
  const { status, title, detail } = problems[kind]
  expect(response.status).toBe(status)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  const body = await response.json()
  const { errors, ...rest } = problemDetails.strict().parse(body)
  expect(rest).toEqual({ type: `/problems/${kind}`, title, status, detail })
  expect(errors === undefined).toBe(kind !== 'invalid-request')
  return errors
}
