import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { disclaimers } from '../../src/core/safety/catalogue.ts'

/** Of what a phone downloads, everything in it. Bytes. */
const LIMIT = 30 * 1024

test('the widget is at most 30 KB, and has the standing disclaimers in it', async () => {
  await promisify(execFile)(process.execPath, ['scripts/build-widget.mjs'])
  const script = await readFile('dist/widget/widget.js')
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(LIMIT)
  for (const { text } of Object.values(disclaimers)) expect(script.toString()).toContain(text)
})
