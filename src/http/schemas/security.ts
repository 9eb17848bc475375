import type { OpenAPIHono } from '@hono/zod-openapi'

/** For the `security` of a route: without a key, where the server asks for none, or with one, sent in either way. */
export const withOrWithoutKey: Record<string, string[]>[] = [{}, { bearerKey: [] }, { headerKey: [] }]

const description = 'Only where the operator has given out keys. Pages of the allowed origins need none unless told.'

export function describeKeys({ openAPIRegistry }: OpenAPIHono): void {
  openAPIRegistry.registerComponent('securitySchemes', 'bearerKey', { type: 'http', scheme: 'bearer', description })
  openAPIRegistry.registerComponent('securitySchemes', 'headerKey', {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description,
  })
}
