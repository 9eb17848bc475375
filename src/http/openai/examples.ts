/** Examples in the OpenAPI document, made of those of `POST /api/chat`. */
import { toMarkdown } from '../markdown/answer.ts'
import { examples } from '../schemas/examples.ts'
import { DONE, eventOf, toChunks, toCompletion } from './completion.ts'

const reply = examples.chatReply.answered.value
const created = 1_767_225_600
const blocks = toMarkdown(reply, { origin: 'https://chat.example.org' })
const messages = [
  { role: 'system', content: 'Taken and not read.' },
  { role: 'user', content: reply.question.asked },
]

export const completionExamples = {
  request: {
    question: { summary: 'A question', value: { model: 'quotewell', messages } },
    streamed: {
      summary: 'A streamed reply with the numbers of a country',
      value: { model: 'quotewell', messages, stream: true, quotewell: { country: 'GB' } },
    },
  },
  reply: { answered: { summary: 'Quotes of a source', value: { ...toCompletion(reply, blocks), created } } },
  stream:
    toChunks(reply, blocks, false)
      .map((chunk) => eventOf({ ...chunk, created }))
      .join('') + DONE,
}
