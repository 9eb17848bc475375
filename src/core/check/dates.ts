import { isOld } from '../answer/source-age.ts'
import { type CheckedCorpus, type CheckedSource, lineOfField } from './checked-corpus.ts'
import type { Finding } from './finding.ts'

/** Sources of over 5 years, and dates that can't be right. */
export function checkDates({ sources, now }: CheckedCorpus): Finding[] {
  return sources.flatMap((one) => [...checkOrder(one, now), ...checkAge(one, now)])
}

function checkAge(one: CheckedSource, now: Date): Finding[] {
  const { lastRevised, published } = one.source
  if (!isOld(one.source, now)) return []
  const line = lineOfField(one, lastRevised === null ? 'published' : 'lastRevised')
  const what = `${lastRevised === null ? 'Published' : 'Last revised'} in ${lastRevised ?? published}: over 5 years old.`
  const mend = 'Look for a newer edition, above all of treatments and survival. Readers get a notice beside each quote.'
  return [{ severity: 'warning', check: 'age', file: one.file, line, what, mend }]
}

function checkOrder(one: CheckedSource, now: Date): Finding[] {
  const { published, lastRevised } = one.source
  const place = { severity: 'warning', check: 'date', file: one.file } as const
  const future = (['published', 'lastRevised'] as const).flatMap((field): Finding[] => {
    const date = one.source[field]
    if (date === null || new Date(date) <= now) return []
    return [{ ...place, line: lineOfField(one, field), what: `${date} is in the future.`, mend: 'Correct the date.' }]
  })
  if (future.length > 0 || published === null || lastRevised === null) return future
  // A year alone may be that of the other date.
  if (lastRevised >= published || published.startsWith(lastRevised)) return []
  const what = `Revised in ${lastRevised}, before it was published in ${published}.`
  return [{ ...place, line: lineOfField(one, 'lastRevised'), what, mend: 'Correct one of the dates.' }]
}
