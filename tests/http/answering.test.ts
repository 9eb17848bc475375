import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('no route screens or asks an engine past what is counted and added there', () => {
  const src = new URL('../../src/http/', import.meta.url).pathname
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const importers = files.filter((name) => /core\/answer\/screen\.ts'/.test(readFileSync(join(src, name), 'utf8')))
  expect(importers).toEqual(['answering.ts'])
})
