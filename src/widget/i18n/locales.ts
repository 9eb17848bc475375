import { ar } from './ar.ts'
import { en } from './en.ts'
import type { Strings } from './strings.ts'

/** To add a language: a file beside `en.ts`, and its entry here. */
const locales: readonly Strings[] = [en, ar]

/**
 * The strings for a BCP 47 tag such as `ar-EG`, whose region decides how dates are written; English where there are none.
 */
export function stringsFor(tag: string): Strings {
  const strings = byTag.get(tag) ?? findStrings(tag)
  byTag.set(tag, strings)
  return strings
}

/** The same object each time, so that a view can tell that they haven't changed. */
const byTag = new Map<string, Strings>()

function findStrings(tag: string): Strings {
  const language = tag.toLowerCase().split('-')[0]
  const found = locales.find(({ locale }) => locale === language)
  return found ? { ...found, locale: isTag(tag) ? tag : found.locale } : en
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
