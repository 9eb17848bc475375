import { expect, test } from 'vitest'
import { testApp } from './harness.ts'

interface Schema {
  readonly properties: Record<string, Record<string, unknown>>
  readonly required: string[]
  readonly additionalProperties?: boolean
}

interface Operation {
  readonly parameters: object[]
  readonly security?: object[]
  readonly requestBody: { readonly content: { readonly 'application/json': { readonly schema: { $ref: string } } } }
  readonly responses: Record<string, { readonly content: object }>
}

interface OpenApi {
  readonly openapi: string
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, Schema>; readonly securitySchemes: object }
}

const document = (await (await testApp().app.request('/openapi.json')).json()) as OpenApi
const { paths, components } = document

/** What the body of a POST to `path` must be like. */
function requestOf(path: string) {
  const ref = paths[path]?.post?.requestBody.content['application/json'].schema.$ref
  return components.schemas[ref?.split('/').at(-1) ?? '']
}

test('describes every route of the contract and no others', () => {
  expect(document.openapi).toBe('3.1.0')
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect(routes.sort()).toEqual([
    'get /api/glossary',
    'get /api/health',
    'get /api/ready',
    'get /api/settings',
    'get /api/sources',
    'get /api/sources/{id}',
    'get /openapi.json',
    'get /sources/{id}',
    'get /v1/models',
    'get /v1/models/{model}',
    'post /api/chat',
    'post /api/search',
    'post /v1/chat/completions',
  ])
})

test('says the limits that requests are held to', () => {
  expect(requestOf('/api/chat')).toMatchObject({
    properties: {
      message: { type: 'string', minLength: 1, maxLength: 2000 },
      history: { type: 'array', maxItems: 20, default: [] },
      country: { type: 'string', pattern: '^[A-Za-z]{2}$' },
      maxQuotes: { type: 'integer', minimum: 1, maximum: 5, default: 3 },
    },
    required: ['message'],
    additionalProperties: false,
  })
  expect(components.schemas.Turn).toMatchObject({
    properties: { role: { enum: ['user', 'assistant'] }, content: { minLength: 1, maxLength: 4000 } },
    required: ['role', 'content'],
    additionalProperties: false,
  })
  expect(requestOf('/api/search')).toMatchObject({
    properties: { query: { maxLength: 2000 }, limit: { type: 'integer', minimum: 1, maximum: 50, default: 10 } },
    required: ['query'],
    additionalProperties: false,
  })
})

test('describes the errors as problem details', () => {
  const responses = paths['/api/chat']?.post?.responses ?? {}
  expect(Object.keys(responses)).toEqual(['200', '400', '401', '413', '415', '422', '429', '500', '503'])
  for (const [status, { content }] of Object.entries(responses)) {
    const types = status === '200' ? ['application/json', 'text/event-stream'] : ['application/problem+json']
    expect(Object.keys(content)).toEqual(types)
  }
})

test('tells how to send a key, and that calls without one may be let in', () => {
  expect(components.securitySchemes).toMatchObject({
    bearerKey: { type: 'http', scheme: 'bearer' },
    headerKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
  })
  for (const path of ['/api/chat', '/api/search']) {
    expect(paths[path]?.post?.security).toEqual([{}, { bearerKey: [] }, { headerKey: [] }])
  }
})

test('describes the span of a readable page', () => {
  const parameters = paths['/sources/{id}']?.get?.parameters
  expect(parameters).toMatchObject([
    { name: 'id', in: 'path', required: true },
    { name: 'start', in: 'query', required: false, schema: { type: 'integer', minimum: 0 } },
    { name: 'end', in: 'query', required: false, schema: { type: 'integer', minimum: 0 } },
  ])
})

test('says that every field of a reply but its language is always there, and what its numbers mean', () => {
  const { ChatReply, Quote } = components.schemas
  const fields = Object.keys(ChatReply?.properties ?? {}).filter((name) => name !== 'language')
  expect(ChatReply?.required).toEqual(fields)
  for (const name of ['start', 'end', 'score']) expect(Quote?.properties[name]?.description).toBeTruthy()
})
