import type { Source } from '../api/wire.ts'
import type { Strings } from './strings.ts'

const FORMATS: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
]

/** @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD` @returns such as `December 2004`; as it came where it is none of these */
function formatDate(date: string, { locale }: Pick<Strings, 'locale'>): string {
  const time = Date.parse(date)
  const format = FORMATS[date.split('-').length - 1]
  if (Number.isNaN(time) || !format) return date
  return new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC' }).format(time)
}

/** How old a source is, by its last revision if it had one. */
export function datedText({ published, lastRevised }: Source, strings: Strings): string {
  if (lastRevised) return strings.lastRevised(formatDate(lastRevised, strings))
  return published ? strings.published(formatDate(published, strings)) : strings.undated
}
