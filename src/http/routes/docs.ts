import type { Context } from 'hono'
import type { OpenApiDocument } from '../openapi-document.ts'
import { docsPage } from '../pages/docs-page.ts'
import type { Site } from '../pages/site.ts'

/** @param describe as `addOpenapi` gives it */
export const handleDocs = (site: Site, describe: () => OpenApiDocument) => (c: Context) =>
  c.html(docsPage(site, describe()))
