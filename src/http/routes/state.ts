import { createRoute, type RouteHandler } from '@hono/zod-openapi'
import { problem } from '../problem.ts'
import { problemResponses } from '../schemas/problem.ts'
import { health, readiness } from '../schemas/state.ts'
import type { Startup } from '../startup.ts'

export const healthRoute = createRoute({
  method: 'get',
  path: '/api/health',
  operationId: 'health',
  tags: ['State'],
  summary: 'Whether the process lives',
  description: 'For watchdogs. Says nothing of model and index.',
  responses: {
    200: { description: 'It lives', content: { 'application/json': { schema: health, example: { status: 'ok' } } } },
  },
})

export const readyRoute = createRoute({
  method: 'get',
  path: '/api/ready',
  operationId: 'ready',
  tags: ['State'],
  summary: 'Whether model and index are loaded',
  description: 'For load balancers. Answers at once.',
  responses: {
    200: {
      description: 'They are loaded',
      content: { 'application/json': { schema: readiness, example: { status: 'ready' } } },
    },
    ...problemResponses('not-ready'),
  },
})

export const handleHealth: RouteHandler<typeof healthRoute> = (c) => c.json({ status: 'ok' } as const, 200)

/** Answers at once: who asks decides how long to wait. */
export function handleReady(startup: Startup): RouteHandler<typeof readyRoute> {
  return (c) => (startup.current() ? c.json({ status: 'ready' } as const, 200) : problem(c, 'not-ready'))
}
