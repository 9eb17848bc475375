/** What goes over the wire: types only, from the schemas that validate requests, so nothing of the server is bundled. */
import type { z } from '@hono/zod-openapi'
import type { ChatEvent } from '../http/schemas/chat-events.ts'
import type { ChatReply } from '../http/schemas/chat-reply.ts'
import type { chatRequest } from '../http/schemas/chat-request.ts'
import type { problemDetails } from '../http/schemas/problem.ts'
import type { searchReply, searchRequest } from '../http/schemas/search.ts'
import type { citation, sourceText } from '../http/schemas/source.ts'

export type { ChatEvent, ChatReply }
export type ChatRequest = z.input<typeof chatRequest>
export type Quote = ChatReply['quotes'][number]
export type Notice = ChatReply['notices'][number]
export type Disclaimer = ChatReply['disclaimers'][number]
export type SearchRequest = z.input<typeof searchRequest>
export type Passage = z.infer<typeof searchReply>['passages'][number]
export type Source = z.infer<typeof citation>
export type SourceText = z.infer<typeof sourceText>
export type Problem = z.infer<typeof problemDetails>
