/** The parts of an OpenAPI 3.1 document that are read here; the document has more. */

/** A record by name. */
type Named<Part> = Readonly<Record<string, Part>>

export interface SchemaPart {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly items?: SchemaPart
  readonly anyOf?: readonly SchemaPart[]
  readonly oneOf?: readonly SchemaPart[]
  readonly allOf?: readonly SchemaPart[]
  readonly properties?: Named<SchemaPart>
  readonly required?: readonly string[]
  readonly additionalProperties?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly pattern?: string
  readonly default?: unknown
  readonly contentSchema?: SchemaPart
}

export interface MediaType {
  readonly schema: SchemaPart
  readonly example?: unknown
  readonly examples?: Named<{ readonly summary?: string; readonly value?: unknown }>
}

export interface HeaderPart {
  readonly $ref?: string
  readonly description?: string
  readonly required?: boolean
}

export interface ResponsePart {
  readonly description: string
  readonly headers?: Named<HeaderPart>
  readonly content?: Named<MediaType>
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: SchemaPart
}

export interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Named<MediaType> }
  readonly responses: Named<ResponsePart>
}

export interface OpenApiDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly description: string }
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  /** By address, then by method in small letters. */
  readonly paths: Named<Named<Operation>>
  readonly components: { readonly schemas: Named<SchemaPart>; readonly headers: Named<HeaderPart> }
}
