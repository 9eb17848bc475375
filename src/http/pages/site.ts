import { type Additions, DISCLAIMERS } from '../../core/answer/compose.ts'
import type { Disclaimer } from '../../core/answer/reply.ts'
import type { HostTexts } from '../../core/host-text.ts'
import { labels } from './labels.ts'

/** What stands on every page. */
export interface Site {
  readonly title: string
  readonly greeting: string | null
  /** Beside the field for the question. */
  readonly hint: string
  /** Where no answer brings its own. */
  readonly disclaimers: readonly Disclaimer[]
}

/** @param isCounting whether questions without an answer are counted: then the form may not say that nothing is kept */
export function siteOf({ title, greeting }: HostTexts, { disclaimers }: Additions, isCounting: boolean): Site {
  return {
    title: title ?? labels.site,
    greeting,
    hint: isCounting ? labels.questionHintCounted : labels.questionHint,
    disclaimers: [...DISCLAIMERS, ...disclaimers],
  }
}
