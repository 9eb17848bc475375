/** What the API's schemas say, as tables for people. */
import { html } from 'hono/html'
import type { SchemaPart } from '../openapi-document.ts'
import type { Markup } from './layout.ts'

/** A field of an object or of an object within it, such as `question.asked` or `actions[].label`. */
interface Field {
  readonly path: string
  readonly isRequired: boolean
  readonly schema: SchemaPart
}

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)

/** The id of a schema on the page. */
const anchorOf = (name: string): string => `schema-${name}`

/** Texts of the document have code in backquotes. */
export function words(text = ''): Markup {
  return html`${text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`
}

/** The kind of value, with links to the schemas that it names. */
export function typeOf({
  $ref,
  type = 'anything',
  format,
  items,
  oneOf,
  anyOf = oneOf,
  enum: values,
  contentSchema,
}: SchemaPart): Markup {
  if ($ref) {
    const name = nameOf($ref)
    return html`<a href="#${anchorOf(name)}">${name}</a>`
  }
  if (anyOf) return alternatives(anyOf.map(typeOf))
  if (values) return alternatives(values.map((value) => html`<code>${JSON.stringify(value)}</code>`))
  if (contentSchema) return typeOf(contentSchema)
  if (items) return html`list of ${typeOf(items)}`
  return html`${[type].flat().join(' or ')}${format ? ` (${format})` : ''}`
}

const alternatives = (types: readonly Markup[]): Markup =>
  html`${types.map((type, at) => html`${at > 0 ? ' or ' : ''}${type}`)}`

/** What a value is held to. */
function limitsOf(schema: SchemaPart): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, default: standard } = schema
  const limits = [
    rangeOf(minimum, maximum, ''),
    rangeOf(minLength, maxLength, ' characters'),
    rangeOf(minItems, maxItems, ' entries'),
    pattern ? `matches \`${pattern}\`` : null,
    standard === undefined ? null : `default \`${JSON.stringify(standard)}\``,
  ]
  return limits.filter((limit) => limit !== null).join('; ')
}

function rangeOf(least: number | undefined, most: number | undefined, unit: string): string | null {
  if (least !== undefined && most !== undefined) return `${least} to ${most}${unit}`
  if (least !== undefined) return `${least} or more${unit}`
  return most === undefined ? null : `at most ${most}${unit}`
}

/** A schema with its name, its meaning and its fields. */
export function schemaSection(name: string, schema: SchemaPart): Markup {
  const { description, allOf = [], oneOf, anyOf = oneOf } = schema
  return html`<section id="${anchorOf(name)}">
<h3>${name}</h3>
<p>${words(description)}</p>
${allOf.filter(({ $ref }) => $ref).map((part) => html`<p>All fields of ${typeOf(part)}, and:</p>`)}
${anyOf ? choiceList(anyOf) : fieldTable(name, fieldsOf(schema))}
</section>`
}

const choiceList = (choices: readonly SchemaPart[]): Markup => html`<p>One of:</p>
<ul>${choices.map((choice) => html`<li>${choice.properties ? choiceOf(choice) : typeOf(choice)}</li>\n`)}</ul>`

const choiceOf = ({ properties = {}, description }: SchemaPart): Markup =>
  html`${Object.entries(properties).map(
    ([name, field], at) => html`${at > 0 ? ', ' : ''}<code>${name}</code>: ${typeOf(field)}`,
  )}. ${words(description)}`

/** Those of a reference are told where it leads. */
function fieldsOf({ allOf = [], properties = {}, required = [] }: SchemaPart, above = ''): Field[] {
  const own = Object.entries(properties).flatMap(([name, schema]): Field[] => {
    const path = `${above}${name}`
    const within = schema.items ? fieldsOf(schema.items, `${path}[].`) : fieldsOf(schema, `${path}.`)
    return [{ path, isRequired: required.includes(name), schema }, ...within]
  })
  return [...allOf.flatMap((part) => fieldsOf(part, above)), ...own]
}

function fieldTable(name: string, fields: readonly Field[]): Markup {
  const rows = fields.map(({ path, isRequired, schema }) => {
    const limits = limitsOf(schema)
    return html`<tr>
<th scope="row"><code>${path}</code>${isRequired ? '' : ' (optional)'}</th>
<td>${typeOf(schema)}</td>
<td>${words(schema.description)}${limits ? html` <span class="limits">Limits: ${words(limits)}.</span>` : ''}</td>
</tr>\n`
  })
  return html`<div class="scroll" role="region" aria-label="Fields of ${name}" tabindex="0"><table>
<thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`
}
