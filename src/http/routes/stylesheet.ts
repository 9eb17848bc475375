import type { Context } from 'hono'
import { embedStylesheet } from '../pages/embed-stylesheet.ts'
import type { Palettes } from '../pages/palette.ts'
import { readerStylesheet } from '../pages/reader-stylesheet.ts'
import { stylesheet } from '../pages/stylesheet.ts'

const headers = { 'Content-Type': 'text/css; charset=utf-8' }

export function handleStylesheet(theme: Palettes) {
  const css = `${stylesheet(theme)}${readerStylesheet}${embedStylesheet}`
  return (c: Context) => c.body(css, 200, headers)
}
