import { disclaimers, messages, notices } from '../safety/catalogue.ts'
import type { CatalogueEntry } from '../safety/fixed-text.ts'
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

export function composeNoAnswer(searched: string, suggestions: readonly string[]): Answer {
  return compose({ status: 'no_answer', message: messages.noAnswer.text, searched, suggestions })
}

interface Found {
  readonly searched: string
  /** In the order in which they are read, at least one. */
  readonly quotes: readonly Quote[]
  /** Whether some of them give different figures for the same thing. */
  readonly disagree: boolean
  readonly suggestions: readonly string[]
}

/** @param sources every source by id */
export function composeAnswer(
  { searched, quotes, disagree, suggestions }: Found,
  sources: ReadonlyMap<string, Source>,
  now: Date,
): Answer {
  const quoted = [...new Set(quotes.map((quote) => quote.sourceId))].map((id) => sources.get(id) as Source)
  const notes: Notice[] = []
  if (disagree) notes.push(toNotice('sources_differ', notices.sourcesDiffer))
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
