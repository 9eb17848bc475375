import type { ChatCompletion, ChatCompletionChunk } from '../schemas/chat-completion.ts'
import { MODEL } from '../schemas/chat-completion-request.ts'
import type { ChatReply } from '../schemas/chat-reply.ts'

const USAGE: ChatCompletion['usage'] = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }

const headOf = ({ id }: ChatReply) =>
  ({ id: `chatcmpl-${id}`, created: Math.floor(Date.now() / 1000), model: MODEL }) as const

/** @param blocks the reply as Markdown, from `toMarkdown` */
export function toCompletion(reply: ChatReply, blocks: readonly string[]): ChatCompletion {
  const message = { role: 'assistant', content: blocks.join('\n\n'), refusal: null } as const
  return {
    ...headOf(reply),
    object: 'chat.completion',
    choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }],
    usage: USAGE,
    quotewell: reply,
  }
}

/** The same completion in pieces: the role, each block, the end with the structured reply, the usage if it is asked for. */
export function toChunks(reply: ChatReply, blocks: readonly string[], withUsage: boolean): ChatCompletionChunk[] {
  type Choice = ChatCompletionChunk['choices'][number]
  const head = { ...headOf(reply), object: 'chat.completion.chunk' } as const
  const usage = withUsage ? { usage: null } : {}
  const chunk = (delta: Choice['delta'], finish_reason: Choice['finish_reason'] = null): ChatCompletionChunk => ({
    ...head,
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
    ...usage,
  })
  return [
    chunk({ role: 'assistant', content: '' }),
    ...blocks.map((block, at) => chunk({ content: at === 0 ? block : `\n\n${block}` })),
    { ...chunk({}, 'stop'), quotewell: reply },
    ...(withUsage ? [{ ...head, choices: [], usage: USAGE }] : []),
  ]
}

/** A chunk as it is sent (HTML Standard, section 9.2). */
export const eventOf = (chunk: ChatCompletionChunk): string => `data: ${JSON.stringify(chunk)}\n\n`

/** The end of a stream. */
export const DONE = 'data: [DONE]\n\n'
