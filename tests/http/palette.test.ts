import { describe, expect, test } from 'vitest'
import { applyTheme, contrast, findPoorPair, palettes } from '../../src/http/pages/palette.ts'

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
  expect(contrast('#777777', '#777777')).toBe(1)
  // The grey that passes on white, and the next one that doesn't (webaim.org/resources/contrastchecker).
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(Object.entries(palettes))('the %s palette of the program', (_name, palette) => {
  test('can be read', () => {
    expect(findPoorPair(palette)).toBeNull()
  })
})

test('without a theme nothing changes', () => {
  expect(applyTheme({})).toEqual(palettes)
})

test.each(['#0a5a6b', '#7a0050', '#000000', '#ffd400', '#84cbd9'])(
  'on the accent %s stands what can be read',
  (accent) => {
    const { light } = applyTheme({ light: { accent } })
    expect(contrast(light.onAccent, accent)).toBeGreaterThanOrEqual(4.5)
  },
)

test('names the pair that can not be told apart', () => {
  expect(findPoorPair(applyTheme({ light: { accent: '#ffd400' } }).light)).toMatchObject({
    front: 'accent',
    back: 'page',
  })
  expect(findPoorPair(applyTheme({ dark: { page: '#a9b3bb' } }).dark)).toMatchObject({ back: 'page' })
})
