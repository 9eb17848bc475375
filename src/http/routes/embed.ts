import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, Handler, MiddlewareHandler } from 'hono'
import { readChoices } from '../../embed/choices.ts'
import { embedPage } from '../pages/embed-page.ts'
import { openScript } from '../pages/embed-section.ts'
import { hostilePage, hostileStylesheet } from '../pages/hostile-page.ts'
import type { Site } from '../pages/site.ts'
import { revalidate } from '../revalidate.ts'
import { handleWidget } from './widget.ts'

interface EmbedOptions {
  readonly site: Site
  readonly defaultCountry: string | null
  /** Lets the pages run the chat element. */
  readonly allow: MiddlewareHandler
  /** Bundled; absent where it was not built. */
  readonly script: string | undefined
}

/** For those who put the chat on their pages: choose, copy, try. */
export function addEmbedPages(app: OpenAPIHono, { site, defaultCountry, allow, script }: EmbedOptions): void {
  // The address of this server stands in the page, as this caller named it.
  const cached = revalidate('private, no-cache')
  const page: Handler = (c) => c.html(embedPage({ site, choices: choicesOf(c), server: addressOf(c), defaultCountry }))
  app.get('/embed', allow, cached, page)
  app.get('/embed/try', allow, cached, (c) => c.html(hostilePage(choicesOf(c), c.req.query('styles') !== 'off')))
  app.get('/embed/hostile.css', revalidate('public, max-age=300'), (c) =>
    c.body(hostileStylesheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  )
  app.get('/embed.js', handleWidget(script))
  app.get('/embed/open.js', handleWidget(openScript))
}

const choicesOf = (c: Context) => readChoices((name) => c.req.query(name))

/** Behind a proxy the request came by http, the reader's did not. The script knows for sure, and corrects it. */
function addressOf({ req }: Context): string {
  const { protocol, host, hostname } = new URL(req.url)
  const isLocal = /^(localhost|127\..*|\[::1\])$/.test(hostname)
  return `${isLocal ? protocol : 'https:'}//${host}`
}
