import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { describeKeys } from '../schemas/security.ts'

const openapiRoute = {
  method: 'get',
  path: '/openapi.json',
  summary: 'This document',
  responses: {
    200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: z.looseObject({}) } } },
  },
} as const

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Quotewell',
    // Of the contract, which only ever grows; not of the product.
    version: '1',
    description:
      'Answers are verbatim quotes from named sources; every other word is fixed text from a catalogue, or the host’s own. No message is kept.',
  },
  servers: [{ url: '/' }],
}

/** Describes the routes added to `app`, from the schemas that validate its requests. */
export function addOpenapi(app: OpenAPIHono): void {
  describeKeys(app)
  app.openAPIRegistry.registerPath(openapiRoute)
  app.get(openapiRoute.path, (c) => c.json(app.getOpenAPI31Document(about)))
}
