import { z } from '@hono/zod-openapi'
import { MODEL } from './chat-completion-request.ts'
import { chatReply } from './chat-reply.ts'

const head = {
  id: z.string().openapi({ description: '`chatcmpl-` and the id of `quotewell`.' }),
  created: z.int().openapi({ description: 'When the reply was made, in seconds since 1970.' }),
  model: z.literal(MODEL),
}

const zero = z.literal(0)
const usage = z
  .object({ prompt_tokens: zero, completion_tokens: zero, total_tokens: zero })
  .openapi({ description: 'Always 0: no tokens are generated and none are counted.' })

const structured = chatReply.openapi({ description: 'The same reply as POST /api/chat gives, with the exact quotes.' })

export const chatCompletion = z
  .object({
    ...head,
    object: z.literal('chat.completion'),
    choices: z
      .array(
        z.object({
          index: zero,
          message: z.object({
            role: z.literal('assistant'),
            content: z.string().openapi({ description: 'The whole reply as Markdown.' }),
            refusal: z.null(),
          }),
          logprobs: z.null(),
          finish_reason: z.literal('stop'),
        }),
      )
      .openapi({ description: 'One.' }),
    usage,
    quotewell: structured,
  })
  .openapi('ChatCompletion')

export type ChatCompletion = z.infer<typeof chatCompletion>

export const chatCompletionChunk = z
  .object({
    ...head,
    object: z.literal('chat.completion.chunk'),
    choices: z
      .array(
        z.object({
          index: zero,
          delta: z.object({ role: z.literal('assistant').optional(), content: z.string().optional() }),
          logprobs: z.null(),
          finish_reason: z.literal('stop').nullable(),
        }),
      )
      .openapi({ description: 'One; none in the chunk with the usage.' }),
    usage: usage.nullable().optional().openapi({ description: 'Only where the request asks for it.' }),
    quotewell: structured.optional().openapi({ description: 'In the chunk with the finish_reason.' }),
  })
  .openapi('ChatCompletionChunk')

export type ChatCompletionChunk = z.infer<typeof chatCompletionChunk>

export const model = z
  .object({
    id: z.literal(MODEL),
    object: z.literal('model'),
    created: zero.openapi({ description: 'Always 0: a model that generates nothing has no date.' }),
    owned_by: z.literal(MODEL),
  })
  .openapi('Model')

export const modelList = z.object({ object: z.literal('list'), data: z.array(model) }).openapi('ModelList')
