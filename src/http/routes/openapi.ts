import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { OpenApiDocument } from '../openapi-document.ts'
import { chatCompletionChunk } from '../schemas/chat-completion.ts'
import { chatEvent } from '../schemas/chat-events.ts'
import { describeKeys } from '../schemas/security.ts'

const openapiRoute = {
  method: 'get',
  path: '/openapi.json',
  operationId: 'openapi',
  tags: ['State'] as string[],
  summary: 'This document',
  description: 'Made from the schemas that validate requests. The page at /docs shows it to people.',
  responses: {
    200: {
      description: 'OpenAPI 3.1',
      content: {
        'application/json': {
          schema: z.looseObject({
            openapi: z.string().openapi({ description: 'Version of the format.', example: '3.1.0' }),
          }),
        },
      },
    },
  },
} as const

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Quotewell',
    // Of the contract, which only ever grows; not of the product.
    version: '1',
    license: { name: 'MIT', identifier: 'MIT' },
    description: [
      'Answers are verbatim quotes from named sources; every other word is fixed text from a catalogue, or the host’s own. No message is kept.',
      'Every reply to a reader carries disclaimers: show them, and urgent notices first.',
      'Offsets are UTF-16 code units into the canonical text of a source, start inclusive, end exclusive.',
      'New fields and new kinds of notices may come, so ignore what you do not know.',
      'Errors are problem details (RFC 9457), whose `type` is stable.',
    ].join(' '),
  },
  servers: [{ url: '/', description: 'This server' }],
  tags: [
    { name: 'Answers', description: 'What readers ask.' },
    { name: 'Sources', description: 'What is quoted.' },
    { name: 'State', description: 'Of the server and of its interface.' },
  ],
  security: [],
}

const REQUEST_ID = 'X-Request-Id'

/** Describes the routes added to `app`, from the schemas that validate its requests. */
export function addOpenapi(app: OpenAPIHono): () => OpenApiDocument {
  describeKeys(app)
  app.openAPIRegistry.registerPath(openapiRoute)
  app.openAPIRegistry.register('ChatEvent', chatEvent)
  app.openAPIRegistry.register('ChatCompletionChunk', chatCompletionChunk)
  app.openAPIRegistry.registerComponent('headers', REQUEST_ID, {
    description:
      'Names this request in the log of the server: the one that the request came with, where that is a UUID or 16 to 64 hexadecimal digits, or one made at random.',
    required: true,
    schema: { type: 'string', pattern: '^[0-9A-Fa-f-]{16,64}$' },
  })
  const describe = () => withRequestIds(app.getOpenAPI31Document(about))
  app.get(openapiRoute.path, (c) => c.json(describe()))
  return describe
}

/** Every response has one, so that no route has to say it. */
function withRequestIds(document: ReturnType<OpenAPIHono['getOpenAPI31Document']>): OpenApiDocument {
  const header = { [REQUEST_ID]: { $ref: `#/components/headers/${REQUEST_ID}` } }
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of [path.get, path.post]) {
      for (const response of Object.values(operation?.responses ?? {})) {
        if (!('$ref' in response)) response.headers = { ...response.headers, ...header }
      }
    }
  }
  // Its type allows for more than the routes make: references in place of responses, parameters and bodies.
  return document as unknown as OpenApiDocument
}
