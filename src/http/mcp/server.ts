/** One server for each request: nothing is kept between calls. */
import { StreamableHTTPTransport } from '@hono/mcp'
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  CallToolRequestSchema,
  ErrorCode,
  type JSONRPCMessage,
  type JSONRPCRequest,
  ReadResourceRequestSchema,
  type Result,
} from '@modelcontextprotocol/sdk/types.js'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { problems } from '../problem.ts'
import { readResource, SOURCE_TEMPLATE, toResource } from './resources.ts'
import { type Call, TOOLS, type ToolParts } from './tools.ts'

export interface McpParts extends ToolParts {
  /** Is told of each unexpected error, which the caller never sees. */
  readonly onError: (error: unknown, c: Context) => void
}

const INFO = { name: 'quotewell', title: 'Quotewell', version: '1' }
const INSTRUCTIONS =
  'Quotewell answers with verbatim quotes of named sources and with fixed, reviewed texts. Pass the words of a person to the tool ask as they are. Show its quotes word for word with their sources, and every notice and disclaimer; urgent notices first. Add no medical facts of your own to them.'

/** Replies to one message, as JSON. */
export async function serveMessage(c: Context, message: JSONRPCMessage, parts: McpParts): Promise<Response> {
  // The server of higher level tells what was sent in its errors, and would describe every tool anew for each message.
  const server = new Server(INFO, {
    capabilities: { tools: {}, resources: {} },
    instructions: INSTRUCTIONS,
    // The default takes most of a millisecond to make, for forms that clients fill in: there are none.
    jsonSchemaValidator: {
      getValidator: () => () => ({ valid: false, data: undefined, errorMessage: 'There are no forms.' }),
    },
  })
  server.fallbackRequestHandler = (request) => respond(c, request, parts)
  const transport = new StreamableHTTPTransport({ enableJsonResponse: true })
  await server.connect(transport)
  try {
    return (await transport.handleRequest(c, message)) ?? c.body(null, 202)
  } catch (error) {
    // The transport throws what it refuses.
    if (error instanceof HTTPException) return error.getResponse()
    throw error
  } finally {
    await server.close()
  }
}

interface RpcFault {
  readonly code: number
  readonly message: string
}

/** The result, or else an error that is sent with its code and words. */
async function respond(c: Context, request: JSONRPCRequest, parts: McpParts): Promise<Result> {
  const call: Call = {
    signal: c.req.raw.signal,
    origin: new URL(c.req.url).origin,
    count: (counts) => c.set('counts', counts),
  }
  const answered = await answer(request, parts, call).catch((error): RpcFault => {
    if (!call.signal.aborted) parts.onError(error, c)
    // The words of the error could hold a reader's.
    return { code: ErrorCode.InternalError, message: problems['internal-error'].detail }
  })
  if ('result' in answered) return answered.result
  throw Object.assign(new Error(answered.message), { code: answered.code })
}

type Answered = { readonly result: Result } | RpcFault

async function answer(request: JSONRPCRequest, parts: McpParts, call: Call): Promise<Answered> {
  switch (request.method) {
    case 'tools/list':
      return { result: { tools: TOOLS.map(({ run, ...tool }) => tool) } }
    case 'tools/call':
      return callTool(request, parts, call)
    case 'resources/list':
    case 'resources/read':
      return useResources(request, parts)
    case 'resources/templates/list':
      return { result: { resourceTemplates: [SOURCE_TEMPLATE] } }
    default:
      return { code: ErrorCode.MethodNotFound, message: 'This server has no such method.' }
  }
}

async function callTool(request: JSONRPCRequest, parts: McpParts, call: Call): Promise<Answered> {
  const parsed = CallToolRequestSchema.safeParse(request)
  if (!parsed.success) return INVALID_PARAMS
  const { name, arguments: args = {} } = parsed.data.params
  const tool = TOOLS.find((one) => one.name === name)
  if (!tool) return { code: ErrorCode.InvalidParams, message: 'There is no such tool. tools/list names the tools.' }
  return { result: await tool.run(parts, args, call) }
}

async function useResources(request: JSONRPCRequest, { ready }: McpParts): Promise<Answered> {
  const engine = await ready()
  if (!engine) return { code: ErrorCode.InternalError, message: problems['not-ready'].detail }
  if (request.method === 'resources/list') return { result: { resources: engine.sources.map(toResource) } }
  const parsed = ReadResourceRequestSchema.safeParse(request)
  if (!parsed.success) return INVALID_PARAMS
  const read = readResource(engine.sources, parsed.data.params.uri)
  return read ? { result: read } : UNKNOWN_RESOURCE
}

const INVALID_PARAMS: RpcFault = {
  code: ErrorCode.InvalidParams,
  message: 'The parameters are not those of this method in the specification of MCP.',
}

/** The code is that of the specification of MCP. */
const UNKNOWN_RESOURCE: RpcFault = {
  code: -32002,
  message: 'There is no such resource. resources/list names the resources.',
}
