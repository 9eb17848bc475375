import { z } from '@hono/zod-openapi'

export const health = z
  .object({ status: z.literal('ok').openapi({ description: 'Always the same.' }) })
  .openapi('Health', { description: 'The process lives.' })

export const readiness = z
  .object({ status: z.literal('ready').openapi({ description: 'Always the same.' }) })
  .openapi('Readiness', { description: 'Model and index are loaded.' })
