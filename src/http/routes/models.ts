import { createRoute, type RouteHandler, z } from '@hono/zod-openapi'
import { openaiError } from '../openai/errors.ts'
import { model, modelList } from '../schemas/chat-completion.ts'
import { MODEL } from '../schemas/chat-completion-request.ts'
import { openaiErrorResponses } from '../schemas/openai-error.ts'

const QUOTEWELL = { id: MODEL, object: 'model', created: 0, owned_by: MODEL } as const

export const UNKNOWN_MODEL = {
  status: 404,
  code: 'model_not_found',
  message: `There is no such model. The only one is ${MODEL}; GET /v1/models lists it.`,
  param: 'model',
} as const

export const modelsRoute = createRoute({
  method: 'get',
  path: '/v1/models',
  summary: 'List the models, as OpenAI does',
  responses: { 200: { description: 'The one model', content: { 'application/json': { schema: modelList } } } },
})

export const modelRoute = createRoute({
  method: 'get',
  path: '/v1/models/{model}',
  summary: 'Look a model up, as OpenAI does',
  request: { params: z.object({ model: z.string().openapi({ example: MODEL }) }) },
  responses: {
    200: { description: 'The model', content: { 'application/json': { schema: model } } },
    ...openaiErrorResponses(404),
  },
})

export const handleModels: RouteHandler<typeof modelsRoute> = (c) =>
  c.json({ object: 'list', data: [QUOTEWELL] } as const, 200)

export const handleModel: RouteHandler<typeof modelRoute> = (c) =>
  c.req.valid('param').model === MODEL ? c.json(QUOTEWELL, 200) : openaiError(c, UNKNOWN_MODEL)
