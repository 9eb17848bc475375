import { createRoute, type RouteHandler } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { ZodError } from 'zod'
import type { Ask } from '../answering.ts'
import { requireMediaType } from '../body.ts'
import { toChatReply } from '../chat-reply.ts'
import { toMarkdown } from '../markdown/answer.ts'
import { DONE, eventOf, toChunks, toCompletion } from '../openai/completion.ts'
import { fieldError, openaiError, openaiProblem, UNKNOWN_MODEL } from '../openai/errors.ts'
import { completionExamples } from '../openai/examples.ts'
import { toQuestion } from '../openai/question.ts'
import { type ChatCompletionChunk, chatCompletion, chatCompletionStream } from '../schemas/chat-completion.ts'
import { chatCompletionRequest, MODEL } from '../schemas/chat-completion-request.ts'
import { openaiErrorResponses } from '../schemas/openai-error.ts'
import { withOrWithoutKey } from '../schemas/security.ts'

export const chatCompletionsRoute = createRoute({
  method: 'post',
  path: '/v1/chat/completions',
  operationId: 'createChatCompletion',
  tags: ['Answers'],
  security: withOrWithoutKey,
  summary: "Answer a question, for OpenAI's clients",
  description:
    'The reply of POST /api/chat as Markdown, in the shape of OpenAI, with the structured one beside it. Instructions of system and developer change nothing. docs/API.md tells what is read, ignored and refused.',
  middleware: requireMediaType('application/json'),
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: chatCompletionRequest, examples: completionExamples.request } },
    },
  },
  responses: {
    200: {
      description:
        'The answer as Markdown and as a structured reply; with `stream` as events, a chunk each, then `[DONE]`',
      content: {
        'application/json': { schema: chatCompletion, examples: completionExamples.reply },
        ...chatCompletionStream(completionExamples.stream),
      },
    },
    ...openaiErrorResponses(400, 401, 404, 413, 415, 429, 500, 503),
  },
})

interface CompletionOptions {
  readonly ask: Ask
  readonly defaultCountry: string | null
}

/** A stream begins when the answer is there: until then the status can still say that there is none, and when to retry. */
export function handleChatCompletions({
  ask,
  defaultCountry,
}: CompletionOptions): RouteHandler<typeof chatCompletionsRoute> {
  return async (c) => {
    const body = c.req.valid('json')
    if (body.model !== MODEL) return openaiError(c, UNKNOWN_MODEL)
    const question = toQuestion(body, defaultCountry)
    if ('fault' in question) return fieldError(c, question.fault)
    const { request } = question
    const asked = await ask(c.req.raw.signal, request)
    if ('refusal' in asked) return openaiProblem(c, asked.refusal)
    const answer = asked.result
    c.set('counts', { quotes: answer.quotes.length })
    const reply = toChatReply(answer, request.message)
    const blocks = toMarkdown(reply, {
      origin: new URL(c.req.url).origin,
      showSurvivalFigures: body.quotewell?.showSurvivalFigures ?? false,
    })
    if (!body.stream) return c.json(toCompletion(reply, blocks), 200)
    return sendChunks(c, toChunks(reply, blocks, body.stream_options?.include_usage ?? false))
  }
}

function sendChunks(c: Context, chunks: readonly ChatCompletionChunk[]) {
  return streamSSE(c, async (stream) => {
    for (const chunk of chunks) await stream.write(eventOf(chunk))
    await stream.write(DONE)
  })
}

/** What is wrong with the first field that is. Unions tell by themselves what they take. */
export function invalidCompletion(c: Context, { issues: [issue] }: ZodError) {
  return fieldError(c, { code: 'invalid_value', param: issue?.path.join('.') ?? '', message: issue?.message ?? '' })
}
