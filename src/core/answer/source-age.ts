import type { SourceMetadata } from '../source.ts'

/** Older sources get a notice. Five years is common practice for the review of patient information. */
const MAX_AGE_YEARS = 5

/**
 * Whether a source was last revised (else published) more than MAX_AGE_YEARS before `now`. Of a date without day or
 * month the first day counts, so that doubt raises the notice. False where no date is known.
 */
export function isOld(
  { lastRevised, published }: Pick<SourceMetadata, 'lastRevised' | 'published'>,
  now: Date,
): boolean {
  const date = lastRevised ?? published
  if (date === null) return false
  const limit = new Date(date)
  limit.setUTCFullYear(limit.getUTCFullYear() + MAX_AGE_YEARS)
  return limit < now
}
