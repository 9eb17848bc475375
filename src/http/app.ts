import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { type Capacity, createAdmission } from './admission.ts'
import { createAsk } from './ask.ts'
import { limitBody } from './body.ts'
import { speakOpenai } from './openai/errors.ts'
import { invalidRequest, problem } from './problem.ts'
import { limitRate, type RateLimit } from './rate-limit.ts'
import { isGone, nameOf, type RequestName, type RequestRecord, recordRequests } from './request-record.ts'
import { chatRoute, handleChat } from './routes/chat.ts'
import { chatCompletionsRoute, handleChatCompletions, invalidCompletion } from './routes/chat-completions.ts'
import { addChatPage } from './routes/chat-page.ts'
import { handleDocs } from './routes/docs.ts'
import { addMcp } from './routes/mcp.ts'
import { handleModel, handleModels, modelRoute, modelsRoute } from './routes/models.ts'
import { addOpenapi } from './routes/openapi.ts'
import { handleSearch, searchRoute } from './routes/search.ts'
import { handleSourcePage, sourcePageRoute } from './routes/source-page.ts'
import { handleSource, handleSources, sourceRoute, sourcesRoute } from './routes/sources.ts'
import { handleHealth, handleReady, healthRoute, readyRoute } from './routes/state.ts'
import { handleStylesheet } from './routes/stylesheet.ts'
import { neverStore, protect, shareWith } from './security.ts'
import type { Startup } from './startup.ts'

export interface AppOptions {
  readonly startup: Startup
  /** Origins that may call the API from a browser and frame the pages, compared exactly; the single entry `*` is any. */
  readonly allowedOrigins?: readonly string[]
  /** ISO 3166-1 alpha-2, upper case, for requests that name none. */
  readonly defaultCountry?: string | null
  /** Absent: no limit. */
  readonly rateLimit?: RateLimit
  /** Of answers and searches; further ones get 503. */
  readonly capacity?: Capacity
  /** How long a request waits for the engine, in milliseconds, before it gets 503. */
  readonly startupPatience?: number
  /** Is told of each request when its reply is made. */
  readonly onRequest?: (record: RequestRecord) => void
  /** Is told of each unexpected error, which the caller never sees, and of the request that it belongs to. */
  readonly onError?: (error: unknown, request: RequestName) => void
}

/**
 * The model runs in one thread: 2, 4 and 64 answers at a time gave no more of them a second than 1, and each further one
 * keeps the server from its connections for longer. A hundred that wait are answered within about a second (docs/RESULTS.md).
 */
const CAPACITY: Capacity = { running: 1, waiting: 100 }

/** The whole HTTP interface, for any runtime with the Fetch API: `serve(app)` in Node, `export default app` in Workers. */
export function createApp({
  startup,
  allowedOrigins = [],
  defaultCountry = null,
  rateLimit,
  capacity = CAPACITY,
  startupPatience = 30_000,
  onRequest = () => {},
  onError = () => {},
}: AppOptions) {
  const report = (error: unknown, c: Context) => isGone(c) || onError(error, nameOf(c))
  const ready = () => startup.wait(startupPatience)
  const withEngine = createAdmission({ startup, patience: startupPatience, capacity })
  const ask = createAsk(withEngine)
  const app = new OpenAPIHono({
    defaultHook: (result, c) => (result.success ? undefined : invalidRequest(c, result.error)),
  })
  app.use(recordRequests(onRequest))
  app.use(protect(allowedOrigins), neverStore, shareWith(allowedOrigins))
  app.use('/v1/*', speakOpenai)
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => problem(c, 'method-not-allowed', { headers: { Allow: methods.join(', ') } }),
    }),
  )
  if (rateLimit) app.use(limitRate(rateLimit))
  app.use(limitBody)

  // One chain, so that its type knows every route.
  const typed = app
    .openapi(chatRoute, handleChat({ withEngine, defaultCountry, onError: report }))
    .openapi(searchRoute, handleSearch(withEngine))
    .openapi(sourcesRoute, handleSources(ready))
    .openapi(sourceRoute, handleSource(ready))
    .openapi(sourcePageRoute, handleSourcePage(ready))
    .openapi(healthRoute, handleHealth)
    .openapi(readyRoute, handleReady(startup))
  app.openapi(chatCompletionsRoute, handleChatCompletions({ ask, defaultCountry }), (result, c) =>
    result.success ? undefined : invalidCompletion(c, result.error),
  )
  app.openapi(modelsRoute, handleModels)
  app.openapi(modelRoute, handleModel)
  app.get('/docs', handleDocs(addOpenapi(app)))
  addMcp(app, { ask, withEngine, ready, defaultCountry, allowedOrigins, onError: report })
  addChatPage(app, { ask, defaultCountry })
  app.get('/page.css', handleStylesheet)

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
