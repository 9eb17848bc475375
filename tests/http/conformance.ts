/** Whether what the app replies is what its OpenAPI document says; fields that the document leaves out count as wrong. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { type App, createApp } from '../../src/http/app.ts'
import type { HeaderPart, MediaType, OpenApiDocument, SchemaPart } from '../../src/http/openapi-document.ts'

/** The document does not depend on the engine. */
const describing = createApp({ startup: { current: () => null, wait: async () => null } })
export const openApi = (await (await describing.request('/openapi.json')).json()) as OpenApiDocument

/** What the document leaves out: pages for people with their parts, and a protocol that describes itself. */
const PAGES = new Set([
  '/',
  '/docs',
  '/embed',
  '/embed/try',
  '/embed/hostile.css',
  '/embed.js',
  '/embed/open.js',
  '/page.css',
  '/widget.js',
  '/mcp',
])

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)

const resolve = <Part>(ref: string): Part =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((part, key) => Reflect.get(Object(part), key), openApi) as Part

/** The schema without references, whose objects have no other fields than those that it names. */
function closed(schema: SchemaPart): SchemaPart {
  if (schema.$ref) return closed(resolve(schema.$ref))
  if (schema.allOf) return joined(schema.allOf.map(closed))
  const parts = Object.entries(schema).map(([key, value]) => {
    if (key === 'properties') return [key, mapValues(value as Record<string, SchemaPart>, closed)]
    if (key === 'items') return [key, closed(value as SchemaPart)]
    if (key === 'anyOf' || key === 'oneOf') return [key, (value as SchemaPart[]).map(closed)]
    return [key, value]
  })
  const open = schema.properties === undefined || 'additionalProperties' in schema
  return { ...Object.fromEntries(parts), ...(open ? {} : { additionalProperties: false }) }
}

const joined = (schemas: readonly SchemaPart[]): SchemaPart => ({
  type: 'object',
  properties: Object.assign({}, ...schemas.map(({ properties }) => properties)),
  required: schemas.flatMap(({ required }) => required ?? []),
  additionalProperties: false,
})

const mapValues = <From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))

const validators = new Map<SchemaPart, ValidateFunction>()

/** @throws Error where the value is not what the schema says */
export function expectValid(schema: SchemaPart, value: unknown, what: string): void {
  const validate = validators.get(schema) ?? ajv.compile(closed(schema))
  validators.set(schema, validate)
  if (!validate(value)) throw new Error(`${what}: ${ajv.errorsText(validate.errors)}`)
}

/** From the most to the least literal: a template would fit the address of another route. */
const templates = Object.keys(openApi.paths)
  .toSorted((a, b) => a.split('{').length - b.split('{').length)
  .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`) }))

const operationsAt = (path: string) => {
  const template = templates.find(({ pattern }) => pattern.test(path))
  return template && openApi.paths[template.path]
}

const essence = (response: Response) => (response.headers.get('Content-Type') ?? '').split(';')[0]?.trim() ?? ''

/** Resolves to the response, whose events are checked as they are read. @throws Error where it is not as documented */
export async function expectDocumented(method: string, path: string, response: Response): Promise<Response> {
  const operations = operationsAt(path)
  const operation = operations?.[method === 'HEAD' ? 'get' : method.toLowerCase()]
  const what = `${method} ${path} ${response.status}`
  if (!operation) {
    if (method === 'OPTIONS' && response.status === 204) return response
    if (PAGES.has(path) && response.status !== 405) return response
    const expected = operations || PAGES.has(path) ? 405 : 404
    // A method that no route has is not allowed anywhere.
    if (![expected, 401, 405, 413, 429].includes(response.status)) throw new Error(`${what}: not documented`)
    await expectBody(errorAt(path), response, what)
    return response
  }
  const documented = operation.responses[response.status]
  if (!documented) throw new Error(`${what}: this status is not documented`)
  for (const [name, header] of Object.entries(documented.headers ?? {})) {
    const { required } = header.$ref ? resolve<HeaderPart>(header.$ref) : header
    if (required && !response.headers.has(name)) throw new Error(`${what}: header ${name} is missing`)
  }
  if (!documented.content && response.body === null) return response
  const media = documented.content?.[essence(response)]
  if (!media) throw new Error(`${what}: media type ${essence(response)} is not documented`)
  if (method === 'HEAD') return response
  if (essence(response) === 'text/event-stream') return checkingEvents(media, response, what)
  await expectBody(media, response, what)
  return response
}

const errorAt = (path: string): MediaType => ({
  schema: resolve<SchemaPart>(`#/components/schemas/${path.startsWith('/v1/') ? 'OpenaiError' : 'Problem'}`),
})

async function expectBody({ schema }: MediaType, response: Response, what: string): Promise<void> {
  const text = await response.clone().text()
  if (text === '' && what.startsWith('HEAD')) return
  expectValid(schema, /json$/.test(essence(response)) ? JSON.parse(text) : text, what)
}

/** The items of a stream are documented as those of an array. */
function checkingEvents({ schema }: MediaType, response: Response, what: string): Response {
  const { items } = { items: {}, ...schema.contentSchema }
  let text = ''
  const check = new TransformStream<string, string>({
    transform(part, controller) {
      text += part
      controller.enqueue(part)
    },
    flush() {
      for (const block of text.split('\n\n').slice(0, -1)) {
        // A sign of life, and the end of a stream as OpenAI has it.
        if (block.startsWith(':') || block === 'data: [DONE]') continue
        const [, event, data = ''] = /^(?:event: (.+)\n)?data: (.+)$/.exec(block) ?? []
        // The events of OpenAI have no names.
        const value = event === undefined ? JSON.parse(data) : { event, data: JSON.parse(data) }
        expectValid(eventSchema(items), value, what)
      }
    },
  })
  const body = response.body?.pipeThrough(new TextDecoderStream()).pipeThrough(check)
  return new Response(body?.pipeThrough(new TextEncoderStream()) ?? null, response)
}

/** The same object for the same reference, so that it is compiled once. */
const eventSchema = (items: SchemaPart): SchemaPart => (items.$ref ? resolve(items.$ref) : items)

/** The app, each of whose replies is checked before it is handed on. */
export function conforming(app: App): App {
  const { request } = app
  app.request = async (input, init, ...rest) => {
    const response = await request(input, init, ...rest)
    const asked = input instanceof Request ? input : null
    const path = asked ? new URL(asked.url).pathname : new URL(String(input), 'http://a').pathname
    return expectDocumented(asked?.method ?? init?.method ?? 'GET', path, response)
  }
  return app
}
