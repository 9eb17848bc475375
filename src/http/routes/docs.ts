import type { Context } from 'hono'
import type { OpenApiDocument } from '../openapi-document.ts'
import { docsPage } from '../pages/docs-page.ts'

/** @param describe as `addOpenapi` gives it */
export const handleDocs = (describe: () => OpenApiDocument) => (c: Context) => c.html(docsPage(describe()))
