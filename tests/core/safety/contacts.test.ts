import { describe, expect, test } from 'vitest'
import { actionsFor } from '../../../src/core/safety/contacts.ts'

const hrefs = (kind: 'emergency' | 'crisis', country: string | null) =>
  actionsFor(kind, country).map(({ href }) => href)

describe('an emergency', () => {
  test.each([
    ['GB', 'tel:999'],
    ['US', 'tel:911'],
    ['CA', 'tel:911'],
    ['IE', 'tel:112'],
    ['DE', 'tel:112'],
    ['FR', 'tel:112'],
    ['AU', 'tel:000'],
    ['NZ', 'tel:111'],
  ])('in %s is %s', (country, href) => {
    expect(hrefs('emergency', country)).toEqual([href])
  })

  test.each([[null], ['ZZ'], ['JP']])('has no number where none is known (%s)', (country) => {
    expect(actionsFor('emergency', country)).toEqual([])
  })
})

describe('a crisis', () => {
  test.each([
    ['US', ['tel:988', 'sms:988', 'tel:911']],
    ['CA', ['tel:988', 'sms:988', 'tel:911']],
    ['GB', ['tel:116123', 'sms:85258?body=SHOUT', 'tel:111', 'tel:999']],
    ['IE', ['tel:116123', 'tel:112']],
    ['AU', ['tel:131114', 'tel:000']],
    ['NZ', ['tel:1737', 'sms:1737', 'tel:111']],
    ['DE', ['https://findahelpline.com', 'tel:112']],
    [null, ['https://findahelpline.com']],
    ['ZZ', ['https://findahelpline.com']],
  ])('in %s: crisis line, text line, other line, emergency number', (country, expected) => {
    expect(hrefs('crisis', country)).toEqual(expected)
  })

  test('names the number of its link in the label', () => {
    for (const country of ['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'DE']) {
      for (const { label, href } of [...actionsFor('crisis', country), ...actionsFor('emergency', country)]) {
        const [, number = ''] = /^(?:tel|sms):(\d+)/.exec(href) ?? []
        expect(label.replace(/\D/g, '')).toContain(number)
      }
    }
  })
})
