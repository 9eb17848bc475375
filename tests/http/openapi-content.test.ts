import { readFile } from 'node:fs/promises'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { cite } from '../../src/core/answer/cite.ts'
import { parseSource } from '../../src/core/ingest/parse.ts'
import type { MediaType, SchemaPart } from '../../src/http/openapi-document.ts'
import { examples } from '../../src/http/schemas/examples.ts'
import { expectValid, openApi } from './conformance.ts'

const operations = Object.entries(openApi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
)

/** Every request and every response, by a name for messages. */
const media: [name: string, media: MediaType][] = operations.flatMap(({ name, requestBody, responses }) => [
  ...Object.entries(requestBody?.content ?? {}).map(([type, one]): [string, MediaType] => [`${name} ${type}`, one]),
  ...Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.entries(content).map(([type, one]): [string, MediaType] => [`${name} ${status} ${type}`, one]),
  ),
])

test('the document passes the linter', async () => {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      'info-license-strict': 'error',
      'no-invalid-media-type-examples': 'error',
      'no-invalid-schema-examples': 'error',
      'operation-operationId-url-safe': 'error',
      'operation-description': 'error',
      'tag-description': 'error',
      // Reading without parameters can't be refused.
      'operation-4xx-response': 'off',
    },
  })
  const faults = await lintFromString({ source: JSON.stringify(openApi), config })
  expect(faults.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([])
})

test('every field and parameter says what it means', () => {
  const silent: string[] = []
  const visit = (schema: SchemaPart, path: string) => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      // What a reference leads to says it for itself, and so do the parts of a choice.
      const told = field.description ?? field.$ref ?? field.allOf ?? field.anyOf ?? field.oneOf
      if (!told) silent.push(`${path}.${name}`)
      visit(field, `${path}.${name}`)
    }
    for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), schema.items]) {
      if (part) visit(part, path)
    }
  }
  for (const [name, schema] of Object.entries(openApi.components.schemas)) {
    if (!schema.description) silent.push(name)
    visit(schema, name)
  }
  for (const { name, parameters = [] } of operations) {
    for (const parameter of parameters) if (!parameter.schema.description) silent.push(`${name} ${parameter.name}`)
  }
  expect(silent).toEqual([])
})

test('every JSON request and reply has an example, and each is valid', () => {
  for (const [name, { schema, example, examples = {} }] of media) {
    const values = [...Object.values(examples).map(({ value }) => value), ...(example === undefined ? [] : [example])]
    const isPage = name.endsWith('text/html') || name.startsWith('get /openapi.json')
    if (!isPage) expect(values.length, name).toBeGreaterThan(0)
    for (const value of values) expectValid(schema, value, name)
  }
})

test('its quotes are quotes, and its sources those of the corpus', async () => {
  const { quotes, sources } = examples.chatReply.answered.value
  const [{ sourceId: id, text, start, end }] = quotes
  const source = parseSource({ id, markdown: await readFile(`corpus/${id}.md`, 'utf8') })
  expect(text).toBe(source.text.slice(start, end))
  expect(text).toMatch(/rare tumor.*\.$/)
  expect(sources).toEqual([cite(source)])
})
