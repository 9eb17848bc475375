import { describe, expect, test } from 'vitest'
import { checkBreaks, checkLength } from '../../../src/core/check/long.ts'
import { BODY, brief, withBody } from './made-up.ts'

const sentences = (count: number) => 'Bones are hard and they hold the body up. '.repeat(count)

test('tells passages that the model does not read to the end, with all their lines', () => {
  expect(brief(checkLength(withBody(`${sentences(20)}\n\n${sentences(40)}\n\n${sentences(30)}`)))).toEqual([
    `note long-passage a.md:${BODY + 2},${BODY + 4}`,
  ])
})

test('tells sentences that are cut', () => {
  const endless = 'bones and muscles and nerves '.repeat(30)
  expect(brief(checkLength(withBody(`Hard.\n\n${endless}.`)))).toEqual([`warning long-sentence a.md:${BODY + 2}`])
})

describe('a paragraph breaks off', () => {
  test.each(['The tumour was removed; therefore, the', 'It grows in bones,', 'Ask for a scan of'])('%s', (text) => {
    expect(brief(checkBreaks(withBody(`${text}\n\nfigure 1.`)))).toEqual([`warning breaks-off a.md:${BODY}`])
  })
  test.each([
    'You get a scan, and\n\n- a test',
    'Bones are hard',
    'See Figure 2a',
    '- muscles,\n- bones, and\n- nerves',
  ])('not so: %j', (text) => {
    expect(checkBreaks(withBody(text))).toEqual([])
  })
})
