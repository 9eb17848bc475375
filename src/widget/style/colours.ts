import { unsafeCSS } from 'lit'

/** Colours by what they are for. */
type Palette = Readonly<Record<string, string>>

/** Those of the pages. Text and its background differ by 4.5 to 1 or more, edges of controls by 3 to 1. */
const LIGHT: Palette = {
  page: '#faf9f6',
  card: '#ffffff',
  text: '#20262b',
  quiet: '#55606a',
  line: '#dcdfdf',
  field: '#757f88',
  accent: '#0a5a6b',
  onAccent: '#ffffff',
  mark: '#fff0bd',
  urgent: '#a8201a',
  caution: '#8a5a00',
}

const DARK: Palette = {
  page: '#14181b',
  card: '#1d2327',
  text: '#e6e9eb',
  quiet: '#a9b3bb',
  line: '#343e45',
  field: '#7d8992',
  accent: '#84cbd9',
  onAccent: '#0c1a1e',
  mark: '#4d4016',
  urgent: '#ff9a93',
  caution: '#f0bf62',
}

/** The host page may change these: `--quotewell-page`. The colours of danger stay. */
const OPEN = ['page', 'card', 'text', 'quiet', 'line', 'field', 'accent', 'onAccent', 'mark']

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function rules(scheme: 'light' | 'dark', palette: Palette): string {
  const properties = Object.entries(scheme === 'light' ? LIGHT : DARK).map(([name, own]) => {
    const told = palette[name]
    // What comes over the wire is a colour or is not used.
    const colour = told && /^#[\da-f]{6}$/i.test(told) ? told : own
    return `--${dashed(name)}: ${OPEN.includes(name) ? `var(--quotewell-${dashed(name)}, ${colour})` : colour};`
  })
  return `color-scheme: ${scheme}; ${properties.join(' ')}`
}

/** A style sheet's text. @param light, dark the operator's; absent or faulty colours are the own ones */
export function colourRules(light: Palette = {}, dark: Palette = {}): string {
  const atNight = rules('dark', dark)
  return `.root { ${rules('light', light)} }
    .root.dark { ${atNight} }
    @media (prefers-color-scheme: dark) { .root.auto { ${atNight} } }`
}

export const colours = unsafeCSS(colourRules())
