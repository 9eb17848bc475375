declare const reviewed: unique symbol

/** A text from the catalogue. The brand can't be forged without a cast: `defineTexts` below is the only place that makes one. */
export type FixedText = string & { readonly [reviewed]: true }

export interface CatalogueEntry {
  /** Stable; callers may switch on it. */
  readonly id: string
  /** Goes up by one with every change of the words. */
  readonly version: number
  readonly text: FixedText
  /** Where the facts in the text come from; empty where it states none. */
  readonly sources: readonly string[]
  /** The clinician who reviewed this version, or null while nobody has. */
  readonly reviewedBy: string | null
}

type Draft = Omit<CatalogueEntry, 'id' | 'text'> & { readonly text: string }

/** Turns a record of drafts into catalogue entries whose id is `<group>.<key>`. Only the two catalogues call it. */
export function defineTexts<const Key extends string>(
  group: string,
  drafts: Readonly<Record<Key, Draft>>,
): Readonly<Record<Key, CatalogueEntry>> {
  const entries = Object.entries<Draft>(drafts).map(([key, { text, ...draft }]): [string, CatalogueEntry] => [
    key,
    { ...draft, id: `${group}.${key}`, text: text as FixedText },
  ])
  return Object.fromEntries(entries) as Record<Key, CatalogueEntry>
}
