/** Settings that every runtime reads from its environment. */
import { z } from 'zod'

const ANY = '*'
const ORIGINS = 'must be origins such as https://example.org, with commas between, or * alone'

/** ISO 3166-1 alpha-2, upper case. */
export const countrySetting = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'must be a two-letter country code (ISO 3166-1), such as GB')
  .transform((code) => code.toUpperCase())

export const originsSetting = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .refine((origins) => origins.every((origin) => origin === ANY || isOrigin(origin)), ORIGINS)
  .refine(
    (origins) => !origins.includes(ANY) || origins.length === 1,
    'must be either * alone, which lets every website in, or a list of origins without *',
  )

/** As browsers send it. Wildcards and other signs of a policy are no part of a name: they go into the CSP header. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[a-z0-9.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text
}
