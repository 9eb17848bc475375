/** The Model Context Protocol over streamable HTTP, without sessions: each message is answered by itself, as JSON. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { requireMediaType } from '../body.ts'
import type { McpParts } from '../mcp/server.ts'
import { problem } from '../problem.ts'

const PATH = '/mcp'

interface McpOptions extends McpParts {
  /** As in `shareWith`. */
  readonly allowedOrigins: readonly string[]
}

export function addMcp(app: OpenAPIHono, { allowedOrigins, ...parts }: McpOptions): void {
  app.post(PATH, checkOrigin(allowedOrigins), requireMediaType('application/json'), async (c) => {
    const body = await readJson(c)
    if (body === undefined)
      return rpcFault(c, -32700, 'The body is not valid JSON. Send one JSON-RPC message in UTF-8.')
    // The libraries take half a second to load, which every start and every other route would pay for.
    const { JSONRPCMessageSchema, SUPPORTED_PROTOCOL_VERSIONS } = await import('@modelcontextprotocol/sdk/types.js')
    const { serveMessage } = await import('../mcp/server.ts')
    const version = c.req.header('MCP-Protocol-Version')
    if (version !== undefined && !SUPPORTED_PROTOCOL_VERSIONS.includes(version)) {
      const versions = SUPPORTED_PROTOCOL_VERSIONS.join(', ')
      return rpcFault(c, -32600, `This protocol version is not supported. Send one of ${versions}.`)
    }
    // A batch could ask any number of questions for one request of the rate limit, and MCP has none since 2025-06-18.
    const message = JSONRPCMessageSchema.safeParse(body)
    if (!message.success) return rpcFault(c, -32600, 'The body is not one JSON-RPC 2.0 message. Batches are not taken.')
    return serveMessage(c, message.data, parts)
  })
}

/**
 * A website whose name is made to lead to this machine (DNS rebinding) sends its own origin with every POST; programs
 * other than browsers send none.
 */
function checkOrigin(allowedOrigins: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('Origin')
    const isAllowed = origin === undefined || allowedOrigins.includes(origin) || allowedOrigins.includes('*')
    if (!isAllowed) return problem(c, 'forbidden-origin')
    await next()
  }
}

/** The body, or undefined where it is no JSON: the words of the parser would tell what was sent. */
async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An error that belongs to no request. */
const rpcFault = (c: Context, code: number, message: string) =>
  c.json({ jsonrpc: '2.0', error: { code, message }, id: null }, 400)
