/** What the widget would like to know from the server, and can do without. */
import type { GlossaryTerm, Source } from './wire.ts'

/** What the operator chose for every page that embeds the chat; attributes of the element go before it. */
export interface ServerSettings {
  readonly title?: string
  readonly greeting?: string
  /** Colours as `#rrggbb`. */
  readonly theme?: { readonly light: Readonly<Record<string, string>>; readonly dark: Readonly<Record<string, string>> }
  readonly disclaimers?: readonly string[]
}

async function get(server: string, path: string, signal: AbortSignal): Promise<unknown> {
  try {
    const init: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', signal }
    const response = await fetch(`${server}${path}`, init)
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** @returns `{}` where the server has none or does not answer */
export async function loadSettings(server: string, signal: AbortSignal): Promise<ServerSettings> {
  const known = (await get(server, '/api/settings', signal)) as Record<string, unknown> | null
  const { title, greeting, theme, disclaimers } = known ?? {}
  const { light, dark } = (theme ?? {}) as Partial<NonNullable<ServerSettings['theme']>>
  return {
    ...(isText(title) ? { title } : {}),
    ...(isText(greeting) ? { greeting } : {}),
    ...(light && dark ? { theme: { light, dark } } : {}),
    ...(Array.isArray(disclaimers) ? { disclaimers: disclaimers.map(({ text }) => text).filter(isText) } : {}),
  }
}

export interface Glossary {
  readonly terms: readonly GlossaryTerm[]
  /** Those that the terms' quotes come from. */
  readonly sources: ReadonlyMap<string, Source>
}

/** @returns null where the server has none or does not answer */
export async function loadGlossary(server: string, signal: AbortSignal): Promise<Glossary | null> {
  const glossary = (await get(server, '/api/glossary', signal)) as { readonly terms?: readonly GlossaryTerm[] } | null
  if (!glossary?.terms?.length) return null
  const listed = (await get(server, '/api/sources', signal)) as { readonly sources?: readonly Source[] } | null
  const sources = new Map(listed?.sources?.map((source) => [source.id, source]))
  // Words without their source are never shown.
  const terms = glossary.terms.filter(({ quote }) => sources.has(quote.sourceId))
  return { terms, sources }
}
