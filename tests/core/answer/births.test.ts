import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The brands of Quote, FixedText, HostText and Answer can be forged only with a cast; each may stand in one file. */
const BIRTHPLACES = {
  Quote: 'core/answer/quote.ts',
  FixedText: 'core/safety/fixed-text.ts',
  HostText: 'core/host-text.ts',
  Answer: 'core/answer/compose.ts',
}
const src = new URL('../../../src/', import.meta.url).pathname
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

test.each(Object.entries(BIRTHPLACES))('%s is made in %s alone', (type, birthplace) => {
  const cast = new RegExp(`\\bas (unknown as )?${type}\\b`)
  const makers = files.filter((name) => cast.test(readFileSync(join(src, name), 'utf8')))
  expect(makers).toEqual([birthplace])
})

test('nothing in src is cast to any, past every brand', () => {
  const forgers = files.filter((name) => /\bas (any|never)\b/.test(readFileSync(join(src, name), 'utf8')))
  expect(forgers).toEqual([])
})
