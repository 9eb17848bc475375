import type { Handler } from 'hono'
import { problem } from '../problem.ts'

// Cached for minutes, not for good: its address has no version, and pages that embed it should get mended ones.
const headers = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'public, max-age=300' }

/** @param script the bundled chat element; absent where it was not built */
export const handleWidget =
  (script: string | undefined): Handler =>
  (c) =>
    script === undefined ? problem(c, 'not-found') : c.body(script, 200, headers)
