/** What can be chosen of a chat before its lines are copied into a page. */

export const MODES = ['inline', 'bubble'] as const
export const THEMES = ['auto', 'light', 'dark'] as const

export interface Choices {
  readonly mode: (typeof MODES)[number]
  readonly theme: (typeof THEMES)[number]
  /** At most `MAX_WORDS` UTF-16 code units, on one line; empty: the server's or the element's own. */
  readonly heading: string
  /** As `heading`. */
  readonly placeholder: string
  /** ISO 3166-1 alpha-2, upper case; empty: the server's. */
  readonly country: string
}

/** Of a title or of the words in the empty field: more would not fit a phone. UTF-16 code units. */
export const MAX_WORDS = 80

/** @param read what was chosen, by the name of the attribute; what can't be used counts as not chosen */
export function readChoices(read: (name: keyof Choices) => unknown): Choices {
  const country = line(read('country')).toUpperCase()
  return {
    mode: oneOf(MODES, read('mode')),
    theme: oneOf(THEMES, read('theme')),
    heading: line(read('heading')),
    placeholder: line(read('placeholder')),
    country: /^[A-Z]{2}$/.test(country) ? country : '',
  }
}

function oneOf<One extends string>(all: readonly [One, ...One[]], value: unknown): One {
  return all.find((one) => one === value) ?? all[0]
}

const line = (value: unknown) =>
  typeof value === 'string'
    ? value
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, MAX_WORDS)
        .toWellFormed()
        .trim()
    : ''

/** The attributes of the element that say it, and nothing that goes without saying. */
export function attributesOf(choices: Choices): readonly (readonly [name: keyof Choices, value: string])[] {
  const { mode, theme, heading, placeholder, country } = choices
  const told = [
    ['mode', mode === MODES[0] ? '' : mode],
    ['theme', theme === THEMES[0] ? '' : theme],
    ['heading', heading],
    ['placeholder', placeholder],
    ['country', country],
  ] as const
  return told.filter(([, value]) => value !== '')
}

/** For the address of a page that shows them; empty where nothing was chosen. */
export function queryOf(choices: Choices): string {
  const query = new URLSearchParams(attributesOf(choices).map(([name, value]) => [name, value])).toString()
  return query && `?${query}`
}
