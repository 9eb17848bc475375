import { expect, test } from 'vitest'
import { checkReach } from '../../../src/core/check/reach.ts'
import { BODY, brief, madeUp, parsed } from './made-up.ts'

const body = 'Bones are hard.\n\nThey grow. They mend.\n\n- Femur\n- Skull'

test('tells the passages that no question reaches', () => {
  const questions = '- quote: They mend.\n  questions: [Do bones mend?]\n'
  expect(brief(checkReach(parsed([madeUp({ body, questions })])))).toEqual([
    `note reach a.md:${BODY},${BODY + 4},${BODY + 5}`,
  ])
})

test('says nothing of a source without questions', () => {
  expect(checkReach(parsed([madeUp({ body })]))).toEqual([])
})
