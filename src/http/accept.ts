import type { Context } from 'hono'
import { accepts } from 'hono/accepts'

const EVENTS = 'text/event-stream'
const JSON_TYPE = 'application/json'
/** A quality value as RFC 9110, section 12.4.2, writes it. */
const QUALITY = /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/

/**
 * Whether the caller asks for an event stream: `Accept` names `text/event-stream` (or `text/*`), with a quality above 0
 * and not below that of JSON. Entries with a malformed quality count for nothing, and without any other it is JSON.
 */
export function prefersEvents(c: Context): boolean {
  const chosen = accepts(c, {
    header: 'Accept',
    supports: [JSON_TYPE, EVENTS],
    default: JSON_TYPE,
    match: (entries) => {
      const qualities = new Map<string, number>()
      for (const { type, params } of entries) {
        const written = params.q ?? params.Q ?? '1'
        if (QUALITY.test(written)) qualities.set(type.toLowerCase(), Number(written))
      }
      const first = (...types: string[]) => types.map((type) => qualities.get(type)).find((q) => q !== undefined) ?? 0
      const events = first(EVENTS, 'text/*')
      return events > 0 && events >= first(JSON_TYPE, 'application/*', '*/*') ? EVENTS : JSON_TYPE
    },
  })
  return chosen === EVENTS
}
