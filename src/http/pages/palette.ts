/** Colours of the pages, in both colour schemes, and what the settings may change of them. */

export interface Palette {
  readonly page: string
  readonly card: string
  readonly text: string
  readonly quiet: string
  readonly line: string
  readonly field: string
  readonly accent: string
  readonly onAccent: string
  readonly mark: string
  readonly urgent: string
  readonly caution: string
}

export interface Palettes {
  readonly light: Palette
  readonly dark: Palette
}

export const palettes: Palettes = {
  light: {
    page: '#faf9f6',
    card: '#ffffff',
    text: '#20262b',
    quiet: '#55606a',
    line: '#d5d9dc',
    field: '#757f88',
    accent: '#0a5a6b',
    onAccent: '#ffffff',
    mark: '#ffe79b',
    urgent: '#a8201a',
    caution: '#8a5a00',
  },
  dark: {
    page: '#14181b',
    card: '#1d2327',
    text: '#e6e9eb',
    quiet: '#a9b3bb',
    line: '#3a444b',
    field: '#7d8992',
    accent: '#84cbd9',
    onAccent: '#0c1a1e',
    mark: '#5c4a10',
    urgent: '#ff9a93',
    caution: '#f0bf62',
  },
}

/** What the settings may change; the rest goes with it or tells of danger and stays. */
export const THEMED = ['accent', 'page', 'card', 'text'] as const

type ThemedPalette = Partial<Pick<Palette, (typeof THEMED)[number]>>

/** Colours as `#rrggbb`. */
export interface Theme {
  readonly light?: ThemedPalette
  readonly dark?: ThemedPalette
}

export function applyTheme({ light = {}, dark = {} }: Theme): Palettes {
  return { light: themed(palettes.light, light), dark: themed(palettes.dark, dark) }
}

function themed(palette: Palette, theme: ThemedPalette): Palette {
  const { accent } = theme
  if (accent === undefined) return { ...palette, ...theme }
  const { light, dark } = palettes
  const candidates = [light.onAccent, dark.onAccent, '#000000']
  const onAccent = candidates.toSorted((one, other) => contrast(other, accent) - contrast(one, accent))[0] ?? '#000000'
  return { ...palette, ...theme, onAccent }
}

/** Least contrast of text, and of the border of a field (WCAG 2.2, 1.4.3 and 1.4.11, level AA). */
const LEAST_OF_TEXT = 4.5
const LEAST_OF_BORDERS = 3

interface PoorPair {
  readonly front: keyof Palette
  readonly back: keyof Palette
  readonly contrast: number
  readonly least: number
}

/** The first pair of colours that can't be told apart well enough; null where all can. */
export function findPoorPair(palette: Palette): PoorPair | null {
  const grounds = ['page', 'card'] as const
  const inks = ['text', 'quiet', 'accent', 'urgent', 'caution'] as const
  const pairs = [
    ...grounds.flatMap((back) => inks.map((front) => ({ front, back, least: LEAST_OF_TEXT }))),
    { front: 'onAccent', back: 'accent', least: LEAST_OF_TEXT },
    { front: 'text', back: 'mark', least: LEAST_OF_TEXT },
    { front: 'field', back: 'card', least: LEAST_OF_BORDERS },
  ] as const
  for (const pair of pairs) {
    const measured = contrast(palette[pair.front], palette[pair.back])
    if (measured < pair.least) return { ...pair, contrast: measured }
  }
  return null
}

/** 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Relative luminance (WCAG 2.2), 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
