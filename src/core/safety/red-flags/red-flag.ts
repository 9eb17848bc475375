import type { CatalogueEntry } from '../fixed-text.ts'

/**
 * A way to tell a red flag. All parts must be met near each other in one sentence, none of them negated. Texts are
 * matched as `plainWords` leaves them: lower case, no marks, no apostrophes.
 */
export interface Sign {
  readonly all: readonly RegExp[]
  /** Where this stands in the same sentence, the words mean something else. */
  readonly unless?: RegExp
  /** Only a red flag in someone who has cancer treatment or low blood counts, told anywhere in the conversation. */
  readonly onTreatment?: true
  /** A word that people also look up: alone it is no alarm, it takes a person or a cry for help beside it. */
  readonly isTerm?: true
}

export interface RedFlag {
  /** Stable; docs and tests name it. */
  readonly id: string
  readonly kind: 'emergency' | 'crisis'
  readonly text: CatalogueEntry
  /** For someone who writes about another person; the same as `text` where that makes no difference. */
  readonly helperText: CatalogueEntry
  readonly signs: readonly Sign[]
  /** Wordings that mean it. */
  readonly examples: readonly string[]
  /** Wordings that share its words and don't mean it. */
  readonly nearMisses: readonly string[]
}

/**
 * One part of a sign: whole words, any of the alternatives. Alternatives hold no star or plus on a group, so that
 * matching takes time linear in the text.
 */
export function any(...alternatives: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${alternatives.join('|')})\\b`, 'g')
}

/** A sign with these parts. */
export function sign(...all: readonly RegExp[]): Sign {
  return { all }
}

/** As `sign`, but not beside any of the words of `unless`. */
export function signUnless(unless: RegExp, ...all: readonly RegExp[]): Sign {
  return { all, unless }
}

/** As `sign`, for a word that people also look up. */
export function term(...all: readonly RegExp[]): Sign {
  return { all, isTerm: true }
}
