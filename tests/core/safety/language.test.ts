import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectForeign, findForeignCry } from '../../../src/core/safety/language.ts'
import { LANGUAGES } from '../../../src/core/safety/languages/index.ts'
import { ENGLISH, OTHERS, SENTENCES } from './foreign-sentences.ts'
import { worstCases } from './linear.ts'
import { ADVICE, FACTS, OTHER_FIGURES, PROGNOSIS } from './own-messages.ts'

const read = (set: string): { id: string; question: string }[] =>
  readFileSync(`tests/evals/${set}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const listen = (message: string) => findForeignCry(message, detectForeign(message))

describe.each(LANGUAGES)('%s', (language) => {
  const { calm, emergency, crisis } = SENTENCES[language]

  test('is recognised', () => {
    const sentences = [...calm, ...emergency, ...crisis]
    const heard = sentences.filter((text) => (detectForeign(text) ?? listen(text)?.language) !== language)
    expect(heard).toEqual([])
  })

  test('an emergency is heard', () => {
    expect(emergency.filter((text) => listen(text)?.kind !== 'emergency')).toEqual([])
    expect(emergency.map((text) => listen(text)?.language)).toEqual(emergency.map(() => language))
  })

  test('a crisis is heard', () => {
    expect(crisis.filter((text) => listen(text)?.kind !== 'crisis')).toEqual([])
  })

  test('a question raises no alarm', () => {
    expect(calm.filter((text) => listen(text) !== null)).toEqual([])
  })
})

test.each(OTHERS)('%s is in another language', (text) => {
  expect(detectForeign(text)).toBe('other')
})

describe('English is never refused', () => {
  /** Questions of the sets that are in French, German and, for the most part, Hindi. */
  const foreign = [
    'quelle heure est-il à montréal',
    'wie spät ist es in berlin',
    'kya sarcoma se khoon ki kami hoti hai? what is anemia',
  ]

  test.each(['dev', 'tune', 'safety-tune'])('%s', (set) => {
    const questions = read(set).map(({ question }) => question)
    const refused = questions.filter((question) => detectForeign(question) !== null || listen(question) !== null)
    expect(refused.filter((question) => !foreign.includes(question))).toEqual([])
  })

  test('short, misspelt and mixed messages', () => {
    const messages = [...ENGLISH, ...ADVICE, ...FACTS, ...PROGNOSIS, ...OTHER_FIGURES]
    expect(messages.filter((message) => detectForeign(message) !== null || listen(message) !== null)).toEqual([])
  })

  test('numbers, marks and emoji', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789 .,!?()-+/%😀👍🏽…', ' '), maxLength: 60 })
    fc.assert(fc.property(text, (message) => detectForeign(message) === null))
  })

  test('with one foreign word or name in a plain question', () => {
    const names = ['Müller', 'José', '王', 'Иван', 'gracias', 'danke', 'अमित', 'محمد', 'Nguyễn', 'hola']
    const questions = ['what is a bone scan and why is it done', 'does it spread to the lungs of children']
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...questions), (name, question) => {
        expect(detectForeign(`${name}, ${question}?`)).toBeNull()
        expect(detectForeign(`${question}, ${name}?`)).toBeNull()
      }),
    )
  })
})

test('any text gets a language or null, and no lone half of a character is too much', () => {
  const known = [null, 'other', ...LANGUAGES]
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => known.includes(detectForeign(text))))
  expect(() => listen('\ud800\udc00\ud800')).not.toThrow()
})

test('a long message takes a short time, however it is made', () => {
  const pieces = [
    'no puedo ',
    'может ',
    'क्या ',
    'pode ',
    'apakah ',
    '血 ',
    "n'arrive ",
    'kann der ',
    '1.',
    '。',
    'هل يمكن ',
  ]
  for (const text of worstCases(pieces)) listen(text)
})
