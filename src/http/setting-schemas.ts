/** Settings that may come from the environment or from the settings file. */
import { z } from 'zod'

const ANY = '*'
const ORIGINS = 'must be origins such as https://example.org, with commas between, or * alone'
const COUNTRY = 'must be a two-letter country code (ISO 3166-1), such as GB'

/** ISO 3166-1 alpha-2, in either case. */
export const countryCode = z
  .string({ error: COUNTRY })
  .regex(/^[A-Za-z]{2}$/, COUNTRY)
  .transform((code) => code.toUpperCase())

/** A list of origins, each as browsers send it, or * alone. @param error for what is no list, @param entry for an entry */
export const originList = (error: string, entry: string) =>
  z
    .array(
      z.string({ error: entry }).refine((origin) => origin === ANY || isOrigin(origin), entry),
      { error },
    )
    .refine(
      (origins) => !origins.includes(ANY) || origins.length === 1,
      'must be either * alone, which lets every website in, or a list of origins without *',
    )

/** Origins with commas or white space between. */
export const originText = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .pipe(originList(ORIGINS, ORIGINS))

/** As browsers send it. Wildcards and other signs of a policy are no part of a name: they go into the CSP header. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[a-z0-9.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text
}
