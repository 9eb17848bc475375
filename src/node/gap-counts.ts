/** Counts of what the sources didn't answer, without anything of a message that fewer than `MIN_DAYS` days share. */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Gap } from '../core/answer/gap.ts'

/** On so many different days a word must be asked for before it is written down. */
export const MIN_DAYS = 5

/** A pending word that nobody asks for in so many days is forgotten. */
const PATIENCE_DAYS = 60
/** What nobody has missed for so long is no gap of today. */
const KEPT_DAYS = 365
/** Together some 250 KB at most. */
export const LIMITS = { sections: 500, words: 500, pending: 2000 }
const MAX_SECTION_CHARS = 120

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const count = z.int().min(1)
const counted = { count, days: count, last: day }

export const gapFile = z.strictObject({
  format: z.literal('quotewell-gaps'),
  version: z.literal(1),
  /** First day that was counted. */
  since: day,
  sections: z.array(z.strictObject({ sourceId: z.string(), section: z.string().nullable(), ...counted })),
  /** Words that MIN_DAYS days or more share. */
  words: z.array(z.strictObject({ word: z.string(), term: z.string(), ...counted })),
  /** The others: a keyed hash in place of the word. */
  pending: z.array(z.strictObject({ hash: z.string().regex(/^[0-9a-f]{32}$/), days: count, last: day })),
})

export type GapFile = z.infer<typeof gapFile>

export interface GapCounts {
  /** @param today `YYYY-MM-DD` */
  add(gap: Gap, today: string): void
  /** What may be written down, in an order that tells nothing of when it came. */
  toFile(today: string, sourceIds: ReadonlySet<string> | null): GapFile
}

interface Counted {
  count: number
  days: number
  last: string
}

/**
 * @param key of the hashes, secret
 * @param earlier counts to go on from
 */
export function createGapCounts(key: Uint8Array, today: string, earlier: GapFile | null): GapCounts {
  const since = earlier?.since ?? today
  const sections = toMap(earlier?.sections ?? [], sectionKey)
  const words = toMap(earlier?.words ?? [], ({ term }) => term)
  const pending = toMap(earlier?.pending ?? [], ({ hash }) => hash)
  const hashOf = (term: string) => createHmac('sha256', key).update(term).digest('hex').slice(0, 32)

  const addWord = (word: string, term: string, today: string) => {
    const known = words.get(term)
    if (known) return tally(known, today)
    const hash = hashOf(term)
    const before = pending.get(hash)
    const days = seenOn(before && isSince(before, today, PATIENCE_DAYS) ? before : undefined, today)
    if (days < MIN_DAYS) {
      pending.set(hash, { hash, days, last: today })
      return
    }
    // How often it was asked for before is not known: each day counts once.
    pending.delete(hash)
    words.set(term, { word, term, count: days, days, last: today })
  }

  return {
    add({ nearest, unknown }, today) {
      if (nearest) {
        const place = { sourceId: nearest.sourceId, section: nearest.section?.slice(0, MAX_SECTION_CHARS) ?? null }
        const known = sections.get(sectionKey(place))
        if (known) tally(known, today)
        else sections.set(sectionKey(place), { ...place, count: 1, days: 1, last: today })
      }
      for (const { word, term } of unknown) addWord(word, term, today)
      trim(sections, LIMITS.sections)
      trim(words, LIMITS.words)
      trim(pending, LIMITS.pending)
    },
    toFile(today, sourceIds) {
      const isKept = (one: { readonly last: string }) => isSince(one, today, KEPT_DAYS)
      return {
        format: 'quotewell-gaps',
        version: 1,
        since,
        sections: sorted(sections).filter((one) => isKept(one) && (sourceIds?.has(one.sourceId) ?? true)),
        words: sorted(words).filter(isKept),
        pending: sorted(pending).filter((one) => isSince(one, today, PATIENCE_DAYS)),
      }
    },
  }
}

const sectionKey = ({ sourceId, section }: { sourceId: string; section: string | null }) =>
  `${sourceId}\n${section ?? ''}`

function toMap<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, Entry> {
  return new Map(entries.map((entry) => [keyOf(entry), { ...entry }]))
}

/** On how many days something was seen, today included. */
function seenOn(known: { readonly days: number; readonly last: string } | undefined, today: string): number {
  if (!known) return 1
  return known.last >= today ? known.days : known.days + 1
}

function tally(known: Counted, today: string): void {
  known.days = seenOn(known, today)
  known.count++
  known.last = today
}

/** Over the limit, what the fewest days share goes first, so that a flood of new words drives none of the old ones out. */
function trim(entries: Map<string, { readonly days: number; readonly last: string }>, limit: number): void {
  // A tenth more, so that not every message over the limit sorts them all.
  if (entries.size <= limit * 1.1) return
  const weakest = [...entries].toSorted(
    ([, one], [, other]) => one.days - other.days || (one.last < other.last ? -1 : 1),
  )
  for (const [key] of weakest.slice(0, entries.size - limit)) entries.delete(key)
}

const sorted = <Entry>(entries: ReadonlyMap<string, Entry>): Entry[] =>
  [...entries].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry)

const isSince = ({ last }: { readonly last: string }, today: string, days: number) =>
  (Date.parse(today) - Date.parse(last)) / 86_400_000 <= days
