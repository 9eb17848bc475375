import { describe, expect, test } from 'vitest'
import { actionsFor, listContacts } from '../../../src/core/safety/contacts.ts'

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

  test.each([['ZZ'], ['JP']])('has no number in a country whose number is not known (%s)', (country) => {
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

describe('where nobody told the country', () => {
  const NAMES: Readonly<Record<string, string>> = {
    GB: 'the UK',
    US: 'the US',
    CA: 'Canada',
    IE: 'Ireland',
    AU: 'Australia',
    NZ: 'New Zealand',
  }
  const saysIn = (kind: 'emergency' | 'crisis') => actionsFor(kind, null).map(({ label, href }) => [label, href])

  test('an emergency has numbers, each with where it works', () => {
    expect(saysIn('emergency')).toEqual([
      ['In the US or Canada? Call 911 now.', 'tel:911'],
      ['In the UK? Call 999 now.', 'tel:999'],
      ['In the EU? Call 112 now.', 'tel:112'],
      ['In Australia? Call 000 now.', 'tel:000'],
      ['In New Zealand? Call 111 now.', 'tel:111'],
    ])
  })

  test('a crisis has lines, each with where it works, and the directory for everywhere else', () => {
    expect(hrefs('crisis', null)).toEqual([
      'tel:988',
      'tel:116123',
      'tel:131114',
      'tel:1737',
      'https://findahelpline.com',
    ])
  })

  test('no number is told for a country that has another', () => {
    const tables = listContacts().map(({ code, emergency, crisis }) => ({ code, emergency: [emergency], crisis }))
    for (const kind of ['emergency', 'crisis'] as const) {
      for (const { label, href } of actionsFor(kind, null).filter(({ href }) => href.startsWith('tel:'))) {
        const named = tables.filter(({ code }) => label.includes(NAMES[code] ?? 'the EU'))
        expect([label, named.length > 0]).toEqual([label, true])
        for (const country of named)
          expect([label, country.code, country[kind]]).toContainEqual(expect.arrayContaining([href]))
      }
    }
  })

  test('names the number of its link in the label', () => {
    for (const { label, href } of [...actionsFor('crisis', null), ...actionsFor('emergency', null)]) {
      const [, number = ''] = /^tel:(\d+)/.exec(href) ?? []
      expect(label.replace(/\D/g, '')).toContain(number)
    }
  })
})
