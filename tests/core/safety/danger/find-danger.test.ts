import { expect, test } from 'vitest'
import { findDanger } from '../../../../src/core/safety/danger/find-danger.ts'
import { RED_FLAGS } from '../../../../src/core/safety/red-flags/index.ts'
import { findRedFlags } from '../../../../src/core/safety/triage.ts'

test.each(RED_FLAGS.flatMap((flag) => flag.examples))('no example of a red flag is doubted: %s', (example) => {
  expect(findDanger(example, [])).toEqual(findRedFlags(example))
  expect(findDanger(example, [])).not.toEqual([])
})

test.each([
  'which exercises help my weak legs after physiotherapy',
  "my daughter's school asked what a seizure is",
  'Is drowsiness from steroids the same as weakness of the legs in my leaflet',
])('a rule that the words of a question set off is doubted: %s', (question) => {
  expect(findRedFlags(question)).not.toEqual([])
  expect(findDanger(question, [])).toEqual([])
})

test('what an earlier turn sets up is not doubted for the few words of the latest', () => {
  const history = [{ role: 'user' as const, content: 'my legs went numb overnight and I cannot stand' }]
  expect(findRedFlags('should I wait?')).toEqual([])
  expect(findDanger('should I wait?', history).map(({ flag }) => flag.id)).toEqual(['spinal-cord-pressure'])
})
