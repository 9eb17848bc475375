import { SetupError } from '../setup-error.ts'

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** File names of 255 bytes are what most file systems hold; longer ids are no use in an address either. */
const MAX_CHARS = 80
/** Names that Windows keeps for devices, and the one that a corpus folder may use for a note to its readers. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|readme|unanswered)$/

/** @throws SetupError if it is no name of a corpus file */
export function checkId(id: string): string {
  if (ID.test(id) && id.length <= MAX_CHARS && !RESERVED.test(id)) return id
  throw new SetupError(
    `An id is 1 to ${MAX_CHARS} characters a-z, 0-9 and single hyphens between them, such as bone-leaflet-2024.`,
  )
}

/** A title as an id, cut at a word; null where nothing is left of it. */
export function idFor(title: string): string | null {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .match(/[a-z0-9]+/g)
  let id = ''
  for (const word of words ?? []) {
    const longer = id === '' ? word : `${id}-${word}`
    if (longer.length > MAX_CHARS) break
    id = longer
  }
  return id === '' || RESERVED.test(id) ? null : id
}
