import { RED_FLAGS } from './red-flags/index.ts'
import type { RedFlag } from './red-flags/red-flag.ts'
import further from './wordings.json' with { type: 'json' }

/** A message as people write it, and the red flag that it tells; null where it tells none. */
export interface Wording {
  readonly text: string
  readonly flag: RedFlag | null
}

const furtherOf = new Map<string, readonly string[]>(Object.entries(further.urgent))

/** The examples and near misses of all red flags, and further ones of both kinds, in a fixed order. */
export const WORDINGS: readonly Wording[] = [
  ...RED_FLAGS.flatMap((flag) => [
    ...[...flag.examples, ...(furtherOf.get(flag.id) ?? [])].map((text): Wording => ({ text, flag })),
    ...flag.nearMisses.map((text): Wording => ({ text, flag: null })),
  ]),
  ...further.harmless.map((text): Wording => ({ text, flag: null })),
]
