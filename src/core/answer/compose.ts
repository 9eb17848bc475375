import { disclaimers, messages, notices, safetyMessages } from '../safety/catalogue.ts'
import { actionsFor } from '../safety/contacts.ts'
import type { CatalogueEntry } from '../safety/fixed-text.ts'
import type { FoundFlag } from '../safety/triage.ts'
import type { Source } from '../source.ts'
import { cite } from './cite.ts'
import type { Quote } from './quote.ts'
import type { Answer, Disclaimer, Notice } from './reply.ts'
import { isOld } from './source-age.ts'

/** The only file that makes an `Answer`: quotes, catalogue texts and source metadata, nothing else. */

const DISCLAIMERS: Answer['disclaimers'] = [toDisclaimer(disclaimers.information), toDisclaimer(disclaimers.unattended)]

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

export function composeNoAnswer(searched: string, suggestions: readonly string[]): Answer {
  return compose({ status: 'no_answer', message: messages.noAnswer.text, searched, suggestions })
}

/**
 * @param quotes best first, at least one
 * @param sources every source by id
 */
export function composeAnswer(
  searched: string,
  quotes: readonly Quote[],
  sources: ReadonlyMap<string, Source>,
  now: Date,
  suggestions: readonly string[],
): Answer {
  const quoted = [...new Set(quotes.map((quote) => quote.sourceId))].map((id) => sources.get(id) as Source)
  const notes: Notice[] = []
  if (quoted.some((source) => isOld(source, now))) notes.push(toNotice('source_age', notices.sourceAge))
  if (quoted.some((source) => source.publicationType === 'case-report')) {
    notes.push(toNotice('case_report', notices.caseReport))
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

type Parts = Pick<Answer, 'status' | 'message' | 'searched'> &
  Partial<Pick<Answer, 'quotes' | 'sources' | 'notices' | 'suggestions'>>

function compose({
  status,
  message,
  searched,
  quotes = [],
  sources = [],
  notices = [],
  suggestions = [],
}: Parts): Answer {
  return {
    status,
    message,
    searched,
    quotes,
    sources,
    notices,
    disclaimers: DISCLAIMERS,
    suggestions,
  } as unknown as Answer
}

function toNotice(kind: Notice['kind'], { id, version, text }: CatalogueEntry): Notice {
  return { kind, id, version, severity: 'info', text, actions: [] }
}

function toDisclaimer({ id, version, text }: CatalogueEntry): Disclaimer {
  return { id, version, text }
}
