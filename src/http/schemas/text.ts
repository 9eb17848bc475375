/** Parts of request schemas. Every message says how to mend the field, and none holds a value or an unknown name. */
import { z } from '@hono/zod-openapi'

/** Of a message or a search query, in UTF-16 code units, after trimming. */
export const MAX_MESSAGE_CHARS = 2000

/** Names what a field must be, or that it is missing. */
export const expected =
  (what: string) =>
  ({ input }: { readonly input?: unknown }) =>
    input === undefined ? 'is required' : `must be ${what}`

/** An object without other fields than those of `shape`. */
export function strictObject<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `unknown field; send only ${known}` : 'must be a JSON object'),
  })
}

/** Text of whole characters, 1 to `max` UTF-16 code units long. */
export function textUpTo(max: number) {
  return wholeText().min(1, 'must not be empty').max(max, tooLong(max))
}

/** What a person asks: trimmed, then 1 to MAX_MESSAGE_CHARS UTF-16 code units long. */
export function questionText() {
  return wholeText().trim().min(1, 'must not be blank').max(MAX_MESSAGE_CHARS, tooLong(MAX_MESSAGE_CHARS))
}

/** Tokenizers and terminals choke on halves of characters and on NUL, and no keyboard types them. */
function wholeText() {
  return z
    .string({ error: expected('text') })
    .refine((text) => text.isWellFormed(), 'holds half of a character (a lone surrogate); send well-formed Unicode')
    .refine((text) => !text.includes('\0'), 'holds a NUL character (U+0000); leave it out')
}

const tooLong = (max: number) => `must be at most ${max} characters (UTF-16 code units) long; shorten it`
