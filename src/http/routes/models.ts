import { createRoute, type RouteHandler, z } from '@hono/zod-openapi'
import { openaiError, UNKNOWN_MODEL } from '../openai/errors.ts'
import { model, modelList } from '../schemas/chat-completion.ts'
import { MODEL } from '../schemas/chat-completion-request.ts'
import { openaiErrorResponses } from '../schemas/openai-error.ts'
import { withOrWithoutKey } from '../schemas/security.ts'

const QUOTEWELL = { id: MODEL, object: 'model', created: 0, owned_by: MODEL } as const

const LIST = { object: 'list' as const, data: [QUOTEWELL] }

export const modelsRoute = createRoute({
  method: 'get',
  path: '/v1/models',
  operationId: 'listModels',
  tags: ['State'],
  security: withOrWithoutKey,
  description: "OpenAI's clients ask for it.",
  summary: 'List the models, as OpenAI does',
  responses: {
    200: { description: 'The one model', content: { 'application/json': { schema: modelList, example: LIST } } },
    ...openaiErrorResponses(401),
  },
})

export const modelRoute = createRoute({
  method: 'get',
  path: '/v1/models/{model}',
  operationId: 'retrieveModel',
  tags: ['State'],
  security: withOrWithoutKey,
  description: "OpenAI's clients ask for it.",
  summary: 'Look a model up, as OpenAI does',
  request: { params: z.object({ model: z.string().openapi({ description: 'Id of a model.', example: MODEL }) }) },
  responses: {
    200: { description: 'The model', content: { 'application/json': { schema: model, example: QUOTEWELL } } },
    ...openaiErrorResponses(401, 404),
  },
})

export const handleModels: RouteHandler<typeof modelsRoute> = (c) => c.json(LIST, 200)

export const handleModel: RouteHandler<typeof modelRoute> = (c) =>
  c.req.valid('param').model === MODEL ? c.json(QUOTEWELL, 200) : openaiError(c, UNKNOWN_MODEL)
