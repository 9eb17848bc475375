import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { additionsOf } from '../core/answer/compose.ts'
import type { Gap } from '../core/answer/gap.ts'
import type { Quote } from '../core/answer/quote.ts'
import { type HostTexts, NO_HOST_TEXTS } from '../core/host-text.ts'
import { type Capacity, createAdmission } from './admission.ts'
import { createAnswering, type Observer } from './answering.ts'
import { type KeyPolicy, requireKeys } from './api-keys.ts'
import { limitBody } from './body.ts'
import { speakOpenai } from './openai/errors.ts'
import { laterPage } from './pages/chat-page.ts'
import { applyTheme, type Theme } from './pages/palette.ts'
import { siteOf } from './pages/site.ts'
import { invalidRequest, problem } from './problem.ts'
import { type HostRateLimit, limitRate, limitRateByHost, type RateLimit } from './rate-limit.ts'
import { isGone, nameOf, type RequestName, type RequestRecord, recordRequests } from './request-record.ts'
import { revalidate } from './revalidate.ts'
import { chatRoute, handleChat } from './routes/chat.ts'
import { chatCompletionsRoute, handleChatCompletions, invalidCompletion } from './routes/chat-completions.ts'
import { addChatPage } from './routes/chat-page.ts'
import { handleDocs } from './routes/docs.ts'
import { addEmbedPages } from './routes/embed.ts'
import { glossaryRoute, handleGlossary } from './routes/glossary.ts'
import { addMcp } from './routes/mcp.ts'
import { handleModel, handleModels, modelRoute, modelsRoute } from './routes/models.ts'
import { addOpenapi } from './routes/openapi.ts'
import { handleSearch, searchRoute } from './routes/search.ts'
import { handleSettings, settingsRoute } from './routes/settings.ts'
import { handleSourcePage, sourcePageRoute } from './routes/source-page.ts'
import { handleSource, handleSources, sourceRoute, sourcesRoute } from './routes/sources.ts'
import { handleHealth, handleReady, healthRoute, readyRoute } from './routes/state.ts'
import { handleStylesheet } from './routes/stylesheet.ts'
import { handleWidget } from './routes/widget.ts'
import { neverStore, protect, shareWith } from './security.ts'
import type { Startup } from './startup.ts'

export interface AppOptions {
  readonly startup: Startup
  /** The bundled chat element, served as `/widget.js`. */
  readonly widget?: string
  /** The bundled script of the page at `/embed`, served as `/embed.js`. */
  readonly configurator?: string
  /** Origins that may call the API from a browser and frame the pages, compared exactly; the single entry `*` is any. */
  readonly allowedOrigins?: readonly string[]
  /** ISO 3166-1 alpha-2, upper case, for requests that name none. */
  readonly defaultCountry?: string | null
  /** Words of whoever runs the server; absent: none. */
  readonly hostTexts?: HostTexts
  /** Colours in place of the program's own. */
  readonly theme?: Theme
  /** Absent: nobody needs a key. */
  readonly keyPolicy?: KeyPolicy
  /** Absent: no limit. */
  readonly rateLimit?: RateLimit | HostRateLimit
  /** Of answers and searches; further ones get 503. */
  readonly capacity?: Capacity
  /** How long a request waits for the engine, in milliseconds, before it gets 503. */
  readonly startupPatience?: number
  /** Is told of each request when its reply is made. */
  readonly onRequest?: (record: RequestRecord) => void
  /** Is told of each unexpected error, which the caller never sees, and of the request that it belongs to, where known. */
  readonly onError?: (error: unknown, request?: RequestName) => void
  /** Is told of the stages of answers and searches, and of how answers end. */
  readonly observer?: Observer
  /** Is told what may be counted of each question that got no answer: none of its text. */
  readonly onGap?: (gap: Gap) => void
  /** Stands around everything but the naming of requests. */
  readonly middleware?: MiddlewareHandler
}

/**
 * The model runs in one thread: 2, 4 and 64 answers at a time gave no more of them a second than 1, and each further one
 * keeps the server from its connections for longer. A hundred that wait are answered within about a second (docs/RESULTS.md).
 */
const CAPACITY: Capacity = { running: 1, waiting: 100 }

/** The whole HTTP interface, for any runtime with the Fetch API: `serve(app)` in Node, `export default app` in Workers. */
export function createApp({
  startup,
  widget,
  configurator,
  allowedOrigins = [],
  defaultCountry = null,
  hostTexts = NO_HOST_TEXTS,
  theme = {},
  keyPolicy,
  rateLimit,
  capacity = CAPACITY,
  startupPatience = 30_000,
  onRequest = () => {},
  onError = () => {},
  observer,
  middleware,
  onGap,
}: AppOptions) {
  const report = (error: unknown, c: Context) => isGone(c) || onError(error, nameOf(c))
  const ready = () => startup.wait(startupPatience)
  const admission = createAdmission({ startup, patience: startupPatience, capacity })
  const isCounting = onGap !== undefined
  const additions = additionsOf(hostTexts, isCounting)
  const answering = createAnswering(admission, additions, { observer, onGap, onError })
  const { withEngine, ask } = answering
  const site = siteOf(hostTexts, additions, isCounting)
  const palettes = applyTheme(theme)
  // Who asks on the page gets a page.
  const tooMany = (c: Context) =>
    c.req.path === '/' ? c.html(laterPage(site, 'too-many-requests'), 429) : problem(c, 'too-many-requests')
  const app = new OpenAPIHono({
    defaultHook: (result, c) => (result.success ? undefined : invalidRequest(c, result.error)),
  })
  app.use(recordRequests(onRequest))
  if (middleware) app.use(middleware)
  app.use(protect(allowedOrigins), neverStore, shareWith(allowedOrigins))
  app.use('/v1/*', speakOpenai)
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => problem(c, 'method-not-allowed', { headers: { Allow: methods.join(', ') } }),
    }),
  )
  if (keyPolicy) app.use(requireKeys(keyPolicy, allowedOrigins))
  if (rateLimit) app.use('counter' in rateLimit ? limitRateByHost(rateLimit, tooMany) : limitRate(rateLimit, tooMany))
  app.use(limitBody)

  // One chain, so that its type knows every route.
  const typed = app
    .openapi(chatRoute, handleChat({ ...answering, defaultCountry, onError: report }))
    .openapi(searchRoute, handleSearch(withEngine))
    .openapi(sourcesRoute, handleSources(ready))
    .openapi(sourceRoute, handleSource(ready))
    .openapi(sourcePageRoute, handleSourcePage(ready, site))
    .openapi(glossaryRoute, handleGlossary(ready))
    .openapi(settingsRoute, handleSettings({ site, theme: palettes, defaultCountry }))
    .openapi(healthRoute, handleHealth)
    .openapi(readyRoute, handleReady(startup))
  app.openapi(chatCompletionsRoute, handleChatCompletions({ ask, defaultCountry }), (result, c) =>
    result.success ? undefined : invalidCompletion(c, result.error),
  )
  app.openapi(modelsRoute, handleModels)
  app.openapi(modelRoute, handleModel)
  app.get('/docs', handleDocs(site, addOpenapi(app)))
  const explain = (quotes: readonly Quote[]) => startup.current()?.glossary.explain(quotes) ?? []
  const allow = protect(allowedOrigins, { runsWidget: true })
  addMcp(app, { ask, withEngine, ready, defaultCountry, allowedOrigins, onError: report })
  addChatPage(app, { ask, site, defaultCountry, allow, explain })
  addEmbedPages(app, { site, defaultCountry, allow, script: configurator })
  app.get('/page.css', revalidate('public, max-age=300'), handleStylesheet(palettes))
  app.get('/widget.js', handleWidget(widget))

  app.notFound((c) => problem(c, 'not-found'))
  app.onError((error, c) => {
    // The validator throws this one for a body that it can't parse.
    if (error instanceof HTTPException && error.status === 400) return problem(c, 'malformed-request')
    if (error instanceof HTTPException && error.status === 415) return problem(c, 'unsupported-media-type')
    report(error, c)
    return problem(c, 'internal-error')
  })
  return typed
}

/** For Hono's typed client: `hc<App>('https://chat.example.org')`. */
export type App = ReturnType<typeof createApp>
