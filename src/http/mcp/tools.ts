import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js'
import type { z } from 'zod'
import { cite } from '../../core/answer/cite.ts'
import type { Refusal, WithEngine } from '../admission.ts'
import type { Ask } from '../answering.ts'
import { toChatReply } from '../chat-reply.ts'
import { toMarkdown } from '../markdown/answer.ts'
import { problems } from '../problem.ts'
import { toWirePassage } from '../routes/search.ts'
import { chatReply } from '../schemas/chat-reply.ts'
import { chatRequest } from '../schemas/chat-request.ts'
import { MAX_READ_CHARS, readSourceReply, readSourceRequest } from '../schemas/read-source.ts'
import { searchReply, searchRequest } from '../schemas/search.ts'
import type { Ready } from '../startup.ts'
import { toJsonSchemas } from './json-schema.ts'

export interface ToolParts {
  readonly ask: Ask
  readonly withEngine: WithEngine
  readonly ready: Ready
  readonly defaultCountry: string | null
}

/** The HTTP request that a tool is called by. */
export interface Call {
  /** Aborts when the client has gone. */
  readonly signal: AbortSignal
  /** Of this server, such as `https://chat.example.org`. */
  readonly origin: string
  /** Tells how many things the reply brings. */
  readonly count: (counts: Readonly<Record<string, number>>) => void
}

type Run = (parts: ToolParts, args: unknown, call: Call) => Promise<CallToolResult>

/** A tool whose arguments are checked by `schema` before it runs. */
const checked =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (parts: ToolParts, args: z.output<Schema>, call: Call) => Promise<CallToolResult>,
  ): Run =>
  async (parts, args, call) => {
    const parsed = schema.safeParse(args)
    if (parsed.success) return run(parts, parsed.data, call)
    const faults = parsed.error.issues
      .slice(0, MAX_FAULTS)
      .map(({ path, message }) => `${path.join('.')} ${message}`.trim())
    return failed(`The arguments are not valid: ${faults.join('; ')}.`)
  }

const MAX_FAULTS = 20

const failed = (text: string): CallToolResult => ({ content: [{ type: 'text', text }], isError: true })
const refused = (refusal: Refusal) => failed(problems[refusal].detail)

/** @param text what a host shows, or gives to a model, that doesn't read the structured reply */
const told = (structuredContent: object, text = JSON.stringify(structuredContent)): CallToolResult => ({
  content: [{ type: 'text', text }],
  structuredContent: { ...structuredContent },
})

const ask = checked(
  chatRequest,
  async ({ ask, defaultCountry }, { country = defaultCountry, ...rest }, { signal, origin, count }) => {
    const asked = await ask(signal, { ...rest, country })
    if ('refusal' in asked) return refused(asked.refusal)
    count({ quotes: asked.result.quotes.length })
    const reply = toChatReply(asked.result, rest.message)
    return told(reply, toMarkdown(reply, { origin }).join('\n\n'))
  },
)

const search = checked(searchRequest, async ({ withEngine }, { query, limit }, { signal, count }) => {
  const admitted = await withEngine(signal, (engine) => engine.search(query, limit))
  if ('refusal' in admitted) return refused(admitted.refusal)
  count({ passages: admitted.result.length })
  return told({ passages: admitted.result.map(toWirePassage) })
})

const read = checked(readSourceRequest, async ({ ready }, { id, start = 0, end }) => {
  const engine = await ready()
  if (!engine) return refused('not-ready')
  const source = engine.sources.find((one) => one.id === id)
  if (!source) return failed('No source has this id. resources/list names the sources.')
  const { length } = source.text
  const last = Math.min(end ?? length, length, start + MAX_READ_CHARS)
  if (start >= last) return failed(`start must be below end and below ${length}, the length of the source.`)
  const sections = source.sections.map(({ title, level, start, end }) => ({ title, level, start, end }))
  const text = source.text.slice(start, last)
  return told({ ...cite(source), text, sections, start, end: last, length }, text)
})

const readOnly = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

const schemas = toJsonSchemas({
  chatRequest,
  chatReply,
  searchRequest,
  searchReply,
  readSourceRequest,
  readSourceReply,
})

interface OwnTool extends Tool {
  readonly run: Run
}

export const TOOLS: readonly OwnTool[] = [
  {
    name: 'ask',
    title: 'Ask the sources',
    description:
      'Answers a question with verbatim quotes of the sources, each with its place, and with fixed notices and disclaimers. Use it for every question of a person, in their own words: it also notices emergencies and crises. Show quotes word for word with their sources, and every notice and disclaimer.',
    inputSchema: schemas.chatRequest,
    outputSchema: schemas.chatReply,
    annotations: readOnly,
    run: ask,
  },
  {
    name: 'search_passages',
    title: 'Search for passages',
    description:
      'Ranks the passages of the sources for a query, best first, however poor the best is. It brings neither notices nor disclaimers and notices no emergency.',
    inputSchema: schemas.searchRequest,
    outputSchema: schemas.searchReply,
    annotations: readOnly,
    run: search,
  },
  {
    name: 'read_source',
    title: 'Read a source',
    description: 'Reads the canonical text of a source, or a part of it, into which every offset is.',
    inputSchema: schemas.readSourceRequest,
    outputSchema: schemas.readSourceReply,
    annotations: readOnly,
    run: read,
  },
]
