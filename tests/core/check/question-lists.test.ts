import { expect, test } from 'vitest'
import { checkQuestionLists } from '../../../src/core/check/question-lists.ts'
import { brief, madeUp, parsed } from './made-up.ts'

const asked = (question: string) => `- quote: Bones are hard.\n  questions:\n    - How hard?\n    - ${question}\n`
const unanswered = '- topic: hair\n  questions: [Will I lose my hair?]\n'
const check = (...corpus: Parameters<typeof parsed>) => brief(checkQuestionLists(parsed(...corpus)))

test('one list without the other is told, both or neither is not warned of', () => {
  const full = madeUp({ questions: asked('Are bones soft?') })
  expect(check([madeUp({})], unanswered)).toEqual(['warning question-lists unanswered.yaml:1'])
  expect(check([full])).toEqual(['warning question-lists a.questions.yaml:1'])
  expect(check([full], unanswered)).toEqual([])
  expect(check([madeUp({}), madeUp({ id: 'b' })])).toEqual(['note question-lists a.md:1'])
})

test('a source without reader questions among others is noted', () => {
  expect(check([madeUp({ questions: asked('Soft?') }), madeUp({ id: 'b' })], unanswered)).toEqual([
    'note question-lists b.md:1',
  ])
})

test('a question in both lists is told on its line', () => {
  expect(check([madeUp({ questions: asked('will I lose my hair') })], unanswered)).toEqual([
    'warning question-conflict a.questions.yaml:4',
  ])
})
