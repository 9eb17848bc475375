import type { HostTexts } from '../host-text.ts'
import {
  countingDisclaimers,
  disclaimers,
  messages,
  notices,
  safetyMessages,
  unsupported,
} from '../safety/catalogue.ts'
import { actionsFor } from '../safety/contacts.ts'
import type { CatalogueEntry } from '../safety/fixed-text.ts'
import { FOREIGN_TEXTS } from '../safety/foreign-texts.ts'
import type { ForeignCry, ForeignLanguage } from '../safety/language.ts'
import type { FoundFlag } from '../safety/triage.ts'
import type { Source } from '../source.ts'
import { cite } from './cite.ts'
import type { Gap } from './gap.ts'
import { toNotice } from './notice.ts'
import type { Quote } from './quote.ts'
import type { Answer, Disclaimer, Notice } from './reply.ts'
import { isOld } from './source-age.ts'

/** The only file that makes an `Answer`: quotes, catalogue texts, source metadata, and what the host adds. */

/** On every reply, whatever the server adds. */
export const DISCLAIMERS: Answer['disclaimers'] = [
  toDisclaimer(disclaimers.information),
  toDisclaimer(disclaimers.unattended),
]

export function composeConversation(reply: CatalogueEntry, suggestions: readonly string[]): Answer {
  return compose({ status: 'conversation', message: reply.text, searched: null, suggestions })
}

/**
 * The reply to danger: notices with what to do, and nothing beside them that could draw the eye away.
 * @param found at least one, emergencies first
 * @param country as in `ChatRequest`
 */
export function composeSafety(found: readonly FoundFlag[], country: string | null): Answer {
  const kinds = new Set(found.map(({ flag }) => flag.kind))
  const message = kinds.size > 1 ? safetyMessages.both : safetyMessages[found[0]?.flag.kind ?? 'emergency']
  const notices = found.map(({ flag, isOther }): Notice => {
    const { id, version, text } = isOther ? flag.helperText : flag.text
    return { kind: flag.kind, id, version, severity: 'urgent', text, actions: actionsFor(flag.kind, country) }
  })
  return compose({ status: 'safety', message: message.text, searched: null, notices })
}

/**
 * @param cautions as `cautionsFor` gives them
 * @param gap as `findGap` gives it
 */
export function composeNoAnswer(
  searched: string,
  suggestions: readonly string[],
  cautions: readonly Notice[] = [],
  gap?: Gap,
): Answer {
  const message = messages.noAnswer.text
  return compose({ status: 'no_answer', message, searched, notices: cautions, suggestions, ...(gap ? { gap } : {}) })
}

interface Found {
  readonly searched: string
  /** In the order in which they are read, at least one. */
  readonly quotes: readonly Quote[]
  /** Whether some of them give different figures for the same thing. */
  readonly disagree: boolean
  readonly suggestions: readonly string[]
  /** As `cautionsFor` gives them. */
  readonly cautions: readonly Notice[]
}

/** @param sources every source by id */
export function composeAnswer(
  { searched, quotes, disagree, suggestions, cautions }: Found,
  sources: ReadonlyMap<string, Source>,
  now: Date,
): Answer {
  const quoted = [...new Set(quotes.map((quote) => quote.sourceId))].map((id) => sources.get(id) as Source)
  const notes: Notice[] = [...cautions]
  if (disagree) notes.push(toNotice('sources_differ', notices.sourcesDiffer, 'info'))
  if (quoted.some((source) => isOld(source, now))) notes.push(toNotice('source_age', notices.sourceAge, 'info'))
  if (quoted.some((source) => source.publicationType === 'case-report')) {
    notes.push(toNotice('case_report', notices.caseReport, 'info'))
  }
  const message = messages.answered.text
  return compose({
    status: 'answered',
    message,
    searched,
    quotes,
    sources: quoted.map(cite),
    notices: notes,
    suggestions,
  })
}

/** The reply to a message that is not in English, in its language where there are texts in it. */
export function composeUnsupported(language: ForeignLanguage): Answer {
  if (language === 'other') {
    return compose({ status: 'unsupported_language', message: unsupported.other.text, searched: null })
  }
  const message = FOREIGN_TEXTS[language].unsupported.text
  return compose({ status: 'unsupported_language', language, message, searched: null })
}

/**
 * The reply to a call for help in another language, in that language.
 * @param actions whom to call, in the reader's country
 */
export function composeForeignCry({ language, kind }: ForeignCry, actions: Notice['actions']): Answer {
  const texts = FOREIGN_TEXTS[language]
  const notice = { ...toNotice(kind, texts[kind], 'urgent'), actions }
  return compose({
    status: 'safety',
    language,
    message: texts.unsupported.text,
    searched: null,
    notices: [notice],
  })
}

/** For every reply of a server. */
export interface Additions {
  readonly disclaimers: readonly Disclaimer[]
  readonly crisisLines: Notice['actions']
}

/** What the host adds, and, where questions without an answer are counted, a fixed text that says so. */
export function additionsOf({ disclaimers, crisisLines }: HostTexts, isCounting: boolean): Additions {
  const counting = isCounting ? [toDisclaimer(countingDisclaimers.counting)] : []
  return { disclaimers: [...counting, ...disclaimers], crisisLines }
}

/** The answer with the additions: after the standing disclaimers, and after the fixed contacts in a crisis. */
export function addTo(answer: Answer, { disclaimers, crisisLines }: Additions): Answer {
  const notices = answer.notices.map((notice) =>
    notice.kind === 'crisis' ? { ...notice, actions: [...notice.actions, ...crisisLines] } : notice,
  )
  return { ...answer, notices, disclaimers: [...answer.disclaimers, ...disclaimers] }
}

type Parts = Pick<Answer, 'status' | 'message' | 'searched'> &
  Partial<Pick<Answer, 'quotes' | 'sources' | 'notices' | 'suggestions' | 'language' | 'gap'>>

function compose({
  status,
  message,
  searched,
  quotes = [],
  sources = [],
  notices = [],
  suggestions = [],
  language,
  gap,
}: Parts): Answer {
  return {
    status,
    ...(language === undefined ? {} : { language }),
    message,
    searched,
    quotes,
    sources,
    notices,
    disclaimers: DISCLAIMERS,
    suggestions,
    ...(gap === undefined ? {} : { gap }),
  } as unknown as Answer
}

function toDisclaimer({ id, version, text }: CatalogueEntry): Disclaimer {
  return { id, version, text }
}
