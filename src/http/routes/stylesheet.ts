import type { Context } from 'hono'
import { stylesheet } from '../pages/stylesheet.ts'

const headers = { 'Content-Type': 'text/css; charset=utf-8' }

export const handleStylesheet = (c: Context) => c.body(stylesheet, 200, headers)
