import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dropIdentifiers } from '../../../src/core/question/identifiers.ts'

describe('is found and dropped', () => {
  test.each([
    // E-mail
    ['Write to rosalind.f+mcs@mail.example.org please', 'Write to please'],
    ['jürgen@müller.example', ''],
    // Phone, international
    ['Ring +44 20 7946 0958 today', 'Ring today'],
    ['my number:+447700900123.', 'my number: .'],
    ['+1 (212) 555-0100', ''],
    ['0044 161 496 0000', ''],
    ['+49-89-1234567', ''],
    ['+33 1 42 68 53 00', ''],
    // Phone, national
    ['I am on 0161 496 0000', 'I am on'],
    ['(0161) 496 0000', ''],
    ['07700 900123 or 07700900456', 'or'],
    ['020\u00a07946\u00a00958', ''],
    ['089/1234567', ''],
    ['01.42.68.53.00', ''],
    ['02 9876 5432', ''],
    ['212-555-0100', ''],
    ['(212) 555-0100', ''],
    ['212.555.0100', ''],
    ['2125550100', ''],
    ['1-800-273-8255', ''],
    ['0800 1111', ''],
    ['Is 0808 808 0000 free?', 'Is free?'],
    ['Samaritans: call 116 123', 'Samaritans: call'],
    ['phone: 612 345 678', 'phone:'],
    ['text me on 12 34 56 78', 'text me on'],
    // A number after it stays
    ['call 0161 496 0000 2 days after surgery', 'call 2 days after surgery'],
    ['in 2004 0161 496 0000', 'in 2004'],
    // NHS numbers
    ['943 476 5919', ''],
    ['9434765919', ''],
    ['943-476-5919', ''],
    ['NHS number: 123 456 7890', 'NHS number:'],
    // Social security, national insurance, records
    ['123-45-6789', ''],
    ['My SSN is 123456789', 'My SSN is'],
    ['AB 12 34 56 C', ''],
    ['ab123456c', ''],
    ['MRN 00123456', 'MRN'],
    ['hospital number: A123456 and pain', 'hospital number: and pain'],
    ['patient ID #77-1234', 'patient ID #'],
    // Births
    ['I was born 12/03/1985 and have MCS', 'I was born and have MCS'],
    ['born on the 12th of March 1985', 'born on the'],
    ['DOB 12.3.85', 'DOB'],
    ['dob: 1985-03-12', 'dob:'],
    ['D.O.B. 12-03-1985', 'D.O.B.'],
    ['My date of birth is March 12, 1985', 'My date of birth is'],
    ['my birthday was on 3 May', 'my birthday was on'],
    ['12/03/1985 is my date of birth', 'is my date of birth'],
    ['12/03/1985 (DOB)', '(DOB)'],
    // Names
    ['My name is Rosalind Franklin and I have MCS', 'My name is and I have MCS'],
  ])('%s', (text, rest) => {
    expect(dropIdentifiers(text)).toEqual({ text: rest, found: true })
  })
})

describe('is none', () => {
  test.each([
    // Years, dates, ages, times
    '2004',
    'from 1959 through 1985',
    '1959-1985',
    '1959–1985',
    'in 2001, 2002 and 2003',
    '2001 2002 2003',
    'The scan was on 12/03/2021.',
    '05/06/2007 10:30',
    '05-06-2007 10 am',
    'diagnosed 2021-03-12',
    'on 12 March 2021',
    'ages of 15-35 years',
    'I am 34 years old',
    'My son is 8',
    'born in 1985',
    'born with it',
    'born 12 weeks early',
    'birth defects since 12/03/2020',
    '9:30 to 10:45',
    // Amounts
    '5-year survival of 54.6 %',
    '5-year survival of 54.6%',
    '600 800 1200 mg',
    '943 476 5919 cells',
    '50 mg/m2 on days 1, 8 and 15',
    '0.05',
    'p = 0.0123456789',
    '0.012 - 0.345',
    '100,000,000',
    '150 000 000 people',
    '1.5 x 2.3 x 4.1 cm',
    '45-50.4 Gy in 25-28 fractions',
    '37.5 °C or 100.4 °F',
    'platelets 150 000',
    '999 of 1000',
    // Offsets and names of the field
    '0-14335',
    'start=12345&end=12399',
    't(8;8)',
    't(11;22)(q24;q12)',
    'HEY1-NCOA2',
    'IRF2BP2-CDX1',
    'chr8:70476123-70476456',
    '8q13.3',
    'NM_012258.4',
    'NCT04595994',
    'ISRCTN01234567',
    '10.1186/s12883-022-02567-3',
    '9240/3',
    'PMID 35000000',
    'ISBN 0-306-40615-2',
    '978-3-16-148410-0',
    'grade 2 of 3',
    'T2 5FU',
    'CD99, S100, SOX9',
    // Not quite the shape of one
    '143 476 5918',
    'QQ 12 34 56 C',
    '000-12-3456',
    '666-12-3456',
    '123-00-4567',
    '123-45 6789',
    'me@home',
    '@ 50 mg',
    'a@b',
    // Nobody's own
    'Should I call 999?',
    'call 112 or 911',
    'text 988',
    'Is it true that I called 3 times in 2 days?',
    'My name is on the list',
    'the hospital number of beds',
    'patient no longer responds',
    'insurance no 1 choice',
    'member id',
    '',
  ])('%s', (text) => {
    expect(dropIdentifiers(text)).toEqual({ text, found: false })
  })

  test('any question of the evaluation sets', () => {
    for (const set of ['dev', 'tune', 'kept-back']) {
      const rows = readFileSync(new URL(`../../evals/${set}.jsonl`, import.meta.url), 'utf8')
        .trim()
        .split('\n')
      for (const row of rows) {
        const { question } = JSON.parse(row)
        expect(dropIdentifiers(question)).toEqual({ text: question, found: false })
      }
    }
  })
})

test('several at once, the question around them stays', () => {
  const text = 'I am born 12/03/1985, NHS no 943 476 5919, a@b.example, 07700 900123. Is MCS hereditary at 38?'
  expect(dropIdentifiers(text)).toEqual({
    text: 'I am born , NHS no , , . Is MCS hereditary at 38?',
    found: true,
  })
})

test('what is left holds no identifier, for any mixture', () => {
  const piece = fc.constantFrom(
    'a@b.example',
    '+44 20 7946 0958',
    '943 476 5919',
    'DOB 1/2/1990',
    'MCS',
    ' ',
    ', ',
    '\n',
    '7',
    '(',
    '2004',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { text } = dropIdentifiers(pieces.join(' '))
      expect(text).not.toMatch(/@|7946|5919|1990/)
    }),
  )
})

test.each([
  '9',
  '0',
  '+',
  '(',
  'a',
  'a@',
  '@a.',
  '1-',
  '12/',
  '0 ',
  'born ',
  'my name is A ',
  'call 1',
  '\u00a0',
  '- ',
])('long runs of %j come to an end', (unit) => {
  // Ends in time only where the work grows with the length, not with its square.
  const text = unit.repeat(200_000 / unit.length)
  expect(typeof dropIdentifiers(`${text}!`).found).toBe('boolean')
})
