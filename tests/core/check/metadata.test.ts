import { expect, test } from 'vitest'
import { checkMetadata } from '../../../src/core/check/metadata.ts'
import { brief, COMPLETE, withBody } from './made-up.ts'

const check = (head: string) => brief(checkMetadata(withBody('Text.', head)))
const without = (field: string) => COMPLETE.replace(new RegExp(`^${field}:.*\\n?`, 'm'), '').trim()

test('a complete source has no findings', () => {
  expect(check(COMPLETE)).toEqual([])
})

test.each([
  ['authors', 'note author a.md:1'],
  ['publisher', 'note author a.md:1'],
  ['published', 'warning date a.md:1'],
  ['url', 'warning url a.md:1'],
  ['licence', 'warning licence a.md:1'],
  ['audience', 'note audience a.md:1'],
])('%s is missing', (field, finding) => {
  expect(check(without(field))).toEqual([finding])
})

test('with neither authors nor publisher nobody says it', () => {
  expect(check(COMPLETE.replace(/^authors.*\n/m, '').replace(/^publisher.*\n/m, ''))).toEqual(['warning author a.md:1'])
})

test('a DOI stands for a URL, which can be made of it', () => {
  const [finding, ...others] = checkMetadata(withBody('Text.', `${without('url')}\ndoi: 10.1186/s12883-022-02645-x`))
  expect(others).toEqual([])
  expect(finding).toMatchObject({ severity: 'note', mend: 'Add `url: https://doi.org/10.1186/s12883-022-02645-x`.' })
})

test('what is no DOI is told on its line', () => {
  expect(check(`${COMPLETE}\ndoi: https://doi.org/10.1186/x`)).toEqual(['warning url a.md:9'])
})

test.each(['All rights reserved', 'Not stated', '© 2020 Bone Group'])(
  'the licence %s is worth a question',
  (licence) => {
    expect(check(COMPLETE.replace('CC BY 4.0', `'${licence}'`))).toEqual(['note licence a.md:7'])
  },
)
