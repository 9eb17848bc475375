import type { Context } from 'hono'
import type { Palettes } from '../pages/palette.ts'
import { stylesheet } from '../pages/stylesheet.ts'

const headers = { 'Content-Type': 'text/css; charset=utf-8' }

export function handleStylesheet(theme: Palettes) {
  const css = stylesheet(theme)
  return (c: Context) => c.body(css, 200, headers)
}
