/** What is known of a language that the chat does not speak: enough to recognise it, and to hear a cry for help in it. */
export interface LanguagePack {
  /**
   * Common words, lower case, by which it is told from English and from its neighbours; none of them an English word.
   * Only for languages in Latin letters.
   */
  readonly words?: string
  /** The same for a language whose own script is another, as people type it in Latin letters. */
  readonly romanised?: string
  readonly flags: readonly ForeignFlag[]
  /** Wordings of questions in general ("can it cause …?"), which raise no alarm. */
  readonly general: string
}

export interface ForeignFlag {
  readonly kind: 'emergency' | 'crisis'
  /**
   * Patterns of which one sentence must hold all, in any order, after `fold`; each an alternation. No class in capitals (`\S`), for
   * `fold` lowers it; `\w` stands for Latin letters only.
   */
  readonly all: readonly string[]
}

/** Short for a flag that calls for an emergency number. */
export const emergency = (...all: readonly string[]): ForeignFlag => ({ kind: 'emergency', all })
/** Short for a flag that calls for a crisis line. */
export const crisis = (...all: readonly string[]): ForeignFlag => ({ kind: 'crisis', all })
