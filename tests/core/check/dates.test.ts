import { expect, test } from 'vitest'
import { checkDates } from '../../../src/core/check/dates.ts'
import { brief, withBody } from './made-up.ts'

const check = (dates: string) => brief(checkDates(withBody('Text.', `title: x\n${dates}`)))

test.each([
  ["published: '2021-07'", []],
  ["published: '2021-05'", ['warning age a.md:3']],
  ["published: '2010'\nlastRevised: '2025'", []],
  ["lastRevised: '2019'\npublished: '2010'", ['warning age a.md:3']],
  ["published: '2026-06-02'", ['warning date a.md:3']],
  ["published: '2025-04'\nlastRevised: '2024-12'", ['warning date a.md:4']],
  ["published: '2025-04'\nlastRevised: '2025'", []],
  ['authors: [x]', []],
])('on 2026-06-01: %j', (dates, findings) => {
  expect(check(dates)).toEqual(findings)
})
