import { z } from '@hono/zod-openapi'
import { chatRequest } from './chat-request.ts'
import { expected, strictObject } from './text.ts'

export const MODEL = 'quotewell'

const textPart = z.looseObject({
  type: z.literal('text').openapi({ description: 'Other parts are not read.' }),
  text: z.string().openapi({ description: 'Joined to the other parts by line ends.' }),
})

const CONTENT = 'text or a list of parts {type: "text", text}; images, sound and files are not read'
const content = z.union([z.string(), z.array(textPart)], { error: expected(CONTENT) })

/** Text that is read for what was asked before, or not at all. */
const replied = z.union(
  [
    z.string(),
    z.array(z.looseObject({ type: z.string().openapi({ description: 'Parts of the type text are read.' }) })),
    z.null(),
  ],
  {
    error: expected('text, a list of parts, or null'),
  },
)

const instruction = z
  .looseObject({ role: z.enum(['system', 'developer']).openapi({ description: 'Of whoever sets the chat up.' }) })
  .openapi({ description: 'Taken and not read: no instruction changes a reply.' })
const asked = z.looseObject({
  role: z.literal('user').openapi({ description: 'Of whoever asks.' }),
  content: content.openapi({ description: 'Text, or parts of it.' }),
})
const answered = z.looseObject({
  role: z.literal('assistant').openapi({ description: 'Of what was replied.' }),
  content: replied.optional().openapi({ description: 'Text, parts of it, or nothing.' }),
})

const message = z
  .discriminatedUnion('role', [instruction, asked, answered], {
    error: ({ code }) =>
      code === 'invalid_union'
        ? 'must have the role system, developer, user or assistant; there are no tools'
        : 'must be a message with role and content',
  })
  .openapi('ChatCompletionMessage', { description: 'A turn, in the shape of OpenAI.' })

export type ChatCompletionMessage = z.infer<typeof message>

/** A field that must, if it is there at all, ask for no more than what every reply is. */
const only = <Schema extends z.ZodType>(schema: Schema, description: string) =>
  schema.nullish().openapi({ description })

const choice = (none: string) => ({ error: `must be none or auto: ${none}` })

export const chatCompletionRequest = z
  .looseObject(
    {
      model: z
        .string({ error: expected(`text, such as ${MODEL}`) })
        .openapi({ description: `Always ${MODEL}.`, example: MODEL }),
      messages: z
        .array(message, { error: expected('a list of messages') })
        .min(1, 'must hold a message with the role user')
        .openapi({
          description:
            'The last message with the role user is the question, 1 to 2,000 UTF-16 code units after trimming. Of the turns of user and assistant before it the latest 20 are read, each at most 4,000 code units.',
        }),
      stream: z
        .boolean({ error: expected('true or false') })
        .nullish()
        .openapi({ description: 'Whether to send the reply as chunks, in server-sent events that end with `[DONE]`.' }),
      stream_options: z
        .looseObject(
          {
            include_usage: z
              .boolean({ error: expected('true or false') })
              .nullish()
              .openapi({ description: 'Whether to send a chunk with the usage.' }),
          },
          { error: expected('an object') },
        )
        .nullish()
        .openapi({ description: 'include_usage: a last chunk with the usage, which is 0.' }),
      n: only(z.literal(1, { error: 'must be 1: there is one answer to a question' }), 'Only 1.'),
      tool_choice: only(
        z.enum(['none', 'auto'], choice('no tool is ever called')),
        'Only none or auto: no tool is ever called.',
      ),
      function_call: only(z.enum(['none', 'auto'], choice('no function is ever called')), 'Only none or auto.'),
      response_format: only(
        z.looseObject(
          {
            type: z
              .literal('text', { error: 'must be text: take the field quotewell of the reply, which is JSON' })
              .openapi({ description: 'Only text.' }),
          },
          { error: expected('an object') },
        ),
        'Only of the type text. The field `quotewell` of the reply is JSON.',
      ),
      modalities: only(
        z.array(z.literal('text', { error: 'must be text: nothing else is sent' }), { error: expected('a list') }),
        'Only text.',
      ),
      quotewell: strictObject({
        country: chatRequest.shape.country,
        maxQuotes: chatRequest.shape.maxQuotes,
        showSurvivalFigures: z
          .boolean({ error: expected('true or false') })
          .default(false)
          .openapi({
            description:
              'Whether the Markdown also shows quotes with figures of survival. Set it where the reader has asked to see them; else their references lead to them.',
          }),
      })
        .optional()
        .openapi({ description: "This server's own settings." }),
    },
    { error: 'must be a JSON object' },
  )
  .openapi('ChatCompletionRequest', {
    description:
      'Other fields of OpenAI, such as temperature, max_tokens, stop, seed and tools, are taken and not read: replies are quotes and fixed texts, the same each time and always whole.',
  })

export type ChatCompletionRequest = z.infer<typeof chatCompletionRequest>
