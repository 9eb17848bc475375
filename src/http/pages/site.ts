import type { Disclaimer } from '../../core/answer/reply.ts'
import type { HostTexts } from '../../core/host-text.ts'
import { disclaimers } from '../../core/safety/catalogue.ts'
import { labels } from './labels.ts'

/** What stands on every page. */
export interface Site {
  readonly title: string
  readonly greeting: string | null
  /** Where no answer brings its own. */
  readonly disclaimers: readonly Disclaimer[]
}

/** The pages of a host: its own words where it has some, and its disclaimers after the fixed ones. */
export function siteOf({ title, greeting, disclaimers: further }: HostTexts): Site {
  const fixed = Object.values(disclaimers).map(({ id, version, text }) => ({ id, version, text }))
  return { title: title ?? labels.site, greeting, disclaimers: [...fixed, ...further] }
}
