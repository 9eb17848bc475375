import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseUnanswered } from '../../../src/core/ingest/unanswered.ts'

const FILE = 'corpus/unanswered.yaml'
const read = (...lines: string[]) => parseUnanswered({ yaml: lines.join('\n'), file: FILE })
const entry = ['- topic: hair loss', '  questions: [Will I lose my hair?, hair loss]']

test('questions come in their order, whatever their topic', () => {
  expect(read(...entry, '- topic: sport', '  questions:', '    - " Can I run? "')).toEqual([
    'Will I lose my hair?',
    'hair loss',
    'Can I run?',
  ])
  expect(read('')).toEqual([])
})

describe('a malformed entry is told with its line', () => {
  test.each([
    ['no topic', ['- questions: [Can I run?]']],
    ['no questions', ['- topic: sport']],
    ['a blank question', ['- topic: sport', '  questions: [" "]']],
    ['a field that is not known', ['- topic: sport', '  questions: [Can I run?]', '  quote: x']],
  ])('%s', (_, lines) => {
    expect(() => read(...entry, ...lines)).toThrow(
      'corpus/unanswered.yaml:3: each entry needs `topic:` and a list of `questions:`.',
    )
  })

  test('no list', () => {
    expect(() => read('topic: sport')).toThrow(/^corpus\/unanswered\.yaml:1: this must be a list\./)
  })
})

test('those of the corpus load, none twice', () => {
  const url = new URL('../../../corpus/unanswered.yaml', import.meta.url)
  const questions = parseUnanswered({ yaml: readFileSync(url, 'utf8'), file: FILE })
  expect(questions.length).toBeGreaterThan(50)
  const seen = questions.map((question) => question.toLowerCase())
  expect(seen.filter((question, at) => seen.indexOf(question) !== at)).toEqual([])
})
