/** The page at `/docs`: the OpenAPI document for people, without script. */
import { html } from 'hono/html'
import type { MediaType, OpenApiDocument, Operation, ResponsePart } from '../openapi-document.ts'
import { schemaSection, typeOf, words } from './docs-schema.ts'
import { type Markup, page } from './layout.ts'
import type { Site } from './site.ts'

interface Route {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

export function docsPage(site: Site, document: OpenApiDocument): Markup {
  const routes = routesOf(document)
  const { title, description } = document.info
  const main = html`<h1>${title}: the API</h1>
<p>${words(description)}</p>
<p>The same for programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI ${document.openapi}).</p>
${contents(document, routes)}
${document.tags.map((tag) => tagSection(tag.name, tag.description, routes))}
<h2 id="schemas">Schemas</h2>
${Object.entries(document.components.schemas).map(([name, schema]) => schemaSection(name, schema))}`
  return page({ site, title: `API – ${site.title}`, main })
}

function routesOf({ paths }: OpenApiDocument): Route[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
}

const call = ({ method, path }: Route): Markup => html`<code>${method} ${path}</code>`

function contents(document: OpenApiDocument, routes: readonly Route[]): Markup {
  const schemas = Object.keys(document.components.schemas)
  return html`<nav class="sections" aria-label="Contents">
<ul>
${routes.map((route) => html`<li><a href="#${route.operation.operationId}">${call(route)}</a> ${route.operation.summary}</li>\n`)}
<li><a href="#schemas">Schemas</a>: ${schemas.map((name, at) => html`${at > 0 ? ', ' : ''}${typeOf({ $ref: name })}`)}</li>
</ul>
</nav>`
}

function tagSection(name: string, description: string, routes: readonly Route[]): Markup {
  const own = routes.filter(({ operation }) => operation.tags.includes(name))
  return html`<h2>${name}</h2>
<p>${words(description)}</p>
${own.map(routeSection)}`
}

function routeSection(route: Route): Markup {
  const { operationId, summary, description, responses } = route.operation
  return html`<section id="${operationId}">
<h3>${call(route)}</h3>
<p><b>${summary}.</b> ${words(description)}</p>
${parameterList(route.operation)}
${requestBody(route.operation)}
${Object.entries(responses).map(([status, response]) => responseBlock(status, response))}
</section>`
}

function parameterList({ parameters = [] }: Operation): Markup {
  const items = parameters.map(
    ({ name, in: place, required, schema, description = schema.description }) =>
      html`<li><code>${name}</code> (${place}${required ? '' : ', optional'}): ${typeOf(schema)}. ${words(description)}</li>`,
  )
  return items.length > 0 ? html`<h4>Parameters</h4><ul>${items}</ul>` : html``
}

const requestBody = ({ requestBody }: Operation): Markup =>
  requestBody ? html`<h4>Request</h4>${contentList(requestBody)}` : html``

function responseBlock(status: string, response: ResponsePart): Markup {
  const own = Object.entries(response.headers ?? {}).filter(([, { $ref }]) => !$ref)
  const headers = own.map(([name, { description }]) => html`<li><code>${name}</code>: ${words(description)}</li>`)
  return html`<h4><code>${status}</code> ${words(response.description)}</h4>
${headers.length > 0 ? html`<ul>${headers}</ul>` : ''}
${contentList(response)}`
}

function contentList({ content = {} }: Pick<ResponsePart, 'content'>): Markup {
  return html`${Object.entries(content).map(
    ([type, media]) => html`<p><code>${type}</code>: ${typeOf(media.schema)}. ${words(media.schema.description)}</p>
${exampleBlocks(media)}`,
  )}`
}

/** Examples are folded away: the page is read for what it says first. */
function exampleBlocks({ example, examples = {} }: MediaType): Markup[] {
  const named = Object.entries(examples).map(([name, { summary = name, value }]) => [summary, value] as const)
  const all = example === undefined ? named : [...named, ['Example', example] as const]
  return all.map(([summary, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
    return html`<details><summary>${summary}</summary><pre tabindex="0">${text}</pre></details>\n`
  })
}
