import { OpenAPIHono } from '@hono/zod-openapi'
import type { z } from 'zod'

/** JSON Schema, as far as it is read here. */
export interface ObjectSchema {
  readonly type: 'object'
  readonly [keyword: string]: unknown
}

/** The schemas of requests and replies as JSON Schema 2020-12, each whole: many hosts of models follow no `$ref`. */
export function toJsonSchemas<const Name extends string>(
  schemas: Readonly<Record<Name, z.ZodObject>>,
): Readonly<Record<Name, ObjectSchema>> {
  const names = Object.keys(schemas) as Name[]
  const describer = new OpenAPIHono()
  for (const name of names) describer.openAPIRegistry.register(name, schemas[name])
  const { components } = describer.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } })
  const known: Readonly<Record<string, unknown>> = components?.schemas ?? {}

  const whole = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(whole)
    if (typeof node !== 'object' || node === null) return node
    if ('$ref' in node && typeof node.$ref === 'string') return whole(known[node.$ref.split('/').at(-1) ?? ''])
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, whole(value)]))
  }
  const entries = names.map((name) => [name, { type: 'object', ...Object(whole(known[name])) }])
  return Object.fromEntries(entries) as Record<Name, ObjectSchema>
}
