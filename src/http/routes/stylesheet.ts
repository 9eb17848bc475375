import type { Context } from 'hono'
import { readerStylesheet } from '../pages/reader-stylesheet.ts'
import { stylesheet } from '../pages/stylesheet.ts'

const headers = { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=300' }

export const handleStylesheet = (c: Context) => c.body(`${stylesheet}${readerStylesheet}`, 200, headers)
