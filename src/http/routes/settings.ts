import { createRoute, type RouteHandler } from '@hono/zod-openapi'
import { FOREIGN_TEXTS } from '../../core/safety/foreign-texts.ts'
import type { Palettes } from '../pages/palette.ts'
import type { Site } from '../pages/site.ts'
import { notModified, revalidate } from '../revalidate.ts'
import { LIMITS } from '../schemas/chat-request.ts'
import { examples } from '../schemas/examples.ts'
import { problemResponses } from '../schemas/problem.ts'
import { settingsReply } from '../schemas/settings.ts'

export const settingsRoute = createRoute({
  method: 'get',
  path: '/api/settings',
  operationId: 'readSettings',
  tags: ['State'],
  description: 'Names, colours, disclaimers and limits of this server. It holds nothing secret.',
  summary: 'What a page needs to know before the first question',
  middleware: revalidate('public, no-cache'),
  responses: {
    200: {
      description: 'Names, colours and limits',
      content: { 'application/json': { schema: settingsReply, examples: examples.settings } },
    },
    ...notModified,
    ...problemResponses('internal-error'),
  },
})

interface SettingsOptions {
  readonly site: Site
  readonly theme: Palettes
  readonly defaultCountry: string | null
}

export function handleSettings({ site, theme, defaultCountry }: SettingsOptions): RouteHandler<typeof settingsRoute> {
  const { title, greeting, disclaimers } = site
  const languages = { answers: ['en'], fixedTexts: Object.keys(FOREIGN_TEXTS).sort() }
  return (c) => c.json({ title, greeting, theme, disclaimers, country: defaultCountry, languages, limits: LIMITS }, 200)
}
