import { z } from '@hono/zod-openapi'

export const health = z.object({ status: z.literal('ok') }).openapi('Health')

export const readiness = z.object({ status: z.literal('ready') }).openapi('Readiness')
