import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Turn } from '../../../src/core/answer/reply.ts'
import { RED_FLAGS } from '../../../src/core/safety/red-flags/index.ts'
import { findRedFlags } from '../../../src/core/safety/triage.ts'
import wordings from '../../../src/core/safety/wordings.json' with { type: 'json' }

const kindsOf = (message: string, history: readonly Turn[] = []) =>
  findRedFlags(message, history).map(({ flag }) => flag.kind)
const user = (content: string): Turn => ({ role: 'user', content })
const assistant = (content: string): Turn => ({ role: 'assistant', content })

describe.each(RED_FLAGS)('$id', ({ id, kind, examples, nearMisses }) => {
  test('has its examples and near misses', () => {
    expect(examples.length).toBeGreaterThanOrEqual(10)
    expect(nearMisses.length).toBeGreaterThanOrEqual(5)
  })

  test.each(examples)('alarms: %s', (wording) => {
    expect(kindsOf(wording)).toContain(kind)
  })

  test.each(nearMisses)('is calm: %s', (wording) => {
    expect(kindsOf(wording)).toEqual([])
  })

  test('misses at most one in fifty of the further wordings', () => {
    const further = wordings.urgent[id as keyof typeof wordings.urgent]
    const missed = further.filter((wording) => !kindsOf(wording).includes(kind))
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Math.max(1, further.length / 50))
  })
})

test('at most one in a hundred harmless wordings alarms', () => {
  const alarming = wordings.harmless.filter((wording) => kindsOf(wording).length > 0)
  expect(alarming.length, alarming.join('\n')).toBeLessThanOrEqual(wordings.harmless.length / 100)
})

describe('what is told', () => {
  test.each([
    ['misspelt', 'she is cuoghing up blodd', ['emergency']],
    ['shouted', 'HE IS NOT BREATHING!!!', ['emergency']],
    ['run together', 'chestpain and cantbreathe', ['emergency']],
    ['with a curly apostrophe', 'He’s having a seizure', ['emergency']],
    ['with drawn-out letters', 'pleeease my chest hurtsss', ['emergency']],
    [
      'in a long story',
      `${'We went to the sea and ate chips. '.repeat(20)}Now he is coughing up blood.`,
      ['emergency'],
    ],
    ['an overdose on purpose', 'I took an overdose because I want to die', ['emergency', 'crisis']],
    ['nothing', '', []],
    ['other letters', '漢字 😀 ﷽', []],
  ])('%s', (_name, message, kinds) => {
    expect(kindsOf(message)).toEqual(kinds)
  })

  test('of somebody else, a crisis gets words for a helper', () => {
    expect(findRedFlags('my brother says he wants to kill himself')[0]?.isOther).toBe(true)
    expect(findRedFlags('I want to kill myself')[0]?.isOther).toBe(false)
    expect(findRedFlags('my wife says I should not kill myself but I want to kill myself')[0]?.isOther).toBe(false)
  })
})

test.each(['my mum fainted and will not wake up', "my dad won't wake up", "took all her pills and won't wake"])(
  'who does not wake has collapsed, and has no wish to die: %s',
  (message) => {
    expect(kindsOf(message)).toEqual(['emergency'])
  },
)

test.each(['I hope I never wake up', "I don't want to wake up anymore", 'i just want to not wake up'])(
  'who would rather not wake has: %s',
  (message) => {
    expect(kindsOf(message)).toEqual(['crisis'])
  },
)

describe('the turns before', () => {
  test('tell of treatment, so that a sign of infection counts', () => {
    const history = [user("I'm on chemo, cycle two"), assistant('The sources name three drugs.')]
    expect(kindsOf("can't get warm and shivering", history)).toEqual(['emergency'])
    expect(kindsOf("can't get warm and shivering")).toEqual([])
  })

  test.each(['is that serious? it started an hour ago', 'should I call someone', 'still the same, what do I do'])(
    'were a red flag, and "%s" goes on about it',
    (message) => {
      const history = [user('my legs feel numb and weak'), assistant('I could not find an answer.')]
      expect(kindsOf(message, history)).toEqual(['emergency'])
      expect(kindsOf(message)).toEqual([])
    },
  )

  test('were a red flag, and another question leaves it behind', () => {
    expect(kindsOf('What is etoposide?', [user('my legs feel numb and weak')])).toEqual([])
  })

  test('said by the assistant count for nothing', () => {
    expect(kindsOf('should I call someone', [assistant('He is coughing up blood.')])).toEqual([])
  })
})

const alarming = fc.constantFrom(...RED_FLAGS.flatMap(({ kind, examples }) => examples.map((text) => ({ kind, text }))))
const HARMLESS = [
  'Hello.',
  'We live by the sea.',
  'Thank you for this page.',
  'Sorry for the long message.',
  '😀',
  '\n\n',
]

describe('an alarm is not lost', () => {
  test('in harmless text around it', () => {
    const around = fc.array(fc.constantFrom(...HARMLESS), { maxLength: 4 }).map((some) => some.join(' '))
    fc.assert(
      fc.property(alarming, around, around, ({ kind, text }, before, after) => {
        expect(kindsOf(`${before}\n${text}.\n${after}`)).toContain(kind)
      }),
      { numRuns: 500 },
    )
  })

  test('by capitals, spaces or marks', () => {
    const dress = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.replaceAll(' ', '  '),
      (text) => ` ${text} `,
      (text) => `${text}!!!`,
      (text) => `${text}...`,
      (text) => text.replaceAll("'", ''),
      (text) => text.replaceAll("'", '’'),
      (text) => text.replaceAll(' ', '\u00a0'),
    )
    fc.assert(
      fc.property(alarming, dress, ({ kind, text }, change) => {
        expect(kindsOf(change(text)), change(text)).toContain(kind)
      }),
      { numRuns: 2000 },
    )
  })

  test('by any history', () => {
    const words = fc.constantFrom(
      'What is etoposide?',
      'no fever',
      'years ago',
      'she died',
      'in the report',
      'I am fine',
    )
    const turn = fc.record<Turn>({
      role: fc.constantFrom('user', 'assistant'),
      content: fc.oneof(words, fc.string({ minLength: 1, maxLength: 200 })),
    })
    fc.assert(
      fc.property(alarming, fc.array(turn, { maxLength: 20 }), ({ kind, text }, history) => {
        expect(kindsOf(text, history)).toContain(kind)
      }),
      { numRuns: 500 },
    )
  })
})

describe('time grows linearly with the message', () => {
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
  const timeOf = (message: string) =>
    median(
      Array.from({ length: 7 }, () => {
        const started = performance.now()
        findRedFlags(message)
        return performance.now() - started
      }),
    )

  test.each([
    'chest ',
    'no pain and ',
    'cant cant ',
    'a',
    'blood bleeding heavy clots ',
    '38.5, ',
    'he she i my ',
    "'",
    'fits in ',
  ])('of "%s" over and over', (piece) => {
    const size = 12_000
    const text = piece.repeat(Math.ceil(size / piece.length))
    timeOf(text)
    // Twice the text takes twice the time; quadratic work would take four times, cubic work eight.
    expect(timeOf(text + text)).toBeLessThan(3.4 * timeOf(text) + 20)
  })
})
