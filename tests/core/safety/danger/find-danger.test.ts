import { expect, test } from 'vitest'
import { findDanger, findDangerAlone } from '../../../../src/core/safety/danger/find-danger.ts'
import { plainWords } from '../../../../src/core/safety/plain-words.ts'
import { RED_FLAGS } from '../../../../src/core/safety/red-flags/index.ts'
import { findRedFlags } from '../../../../src/core/safety/triage.ts'

test.each(RED_FLAGS.flatMap((flag) => flag.examples))('without an engine no example is doubted: %s', (example) => {
  const found = findDangerAlone(plainWords(example), [])
  expect(found).toEqual(findRedFlags(example))
  expect(found).not.toEqual([])
})

test('most examples need no engine to be believed', () => {
  const examples = RED_FLAGS.flatMap((flag) => flag.examples)
  const believed = examples.filter((example) => findDanger(plainWords(example), []).length > 0)
  expect(believed.length / examples.length).toBeGreaterThan(0.8)
})

test.each([
  'which exercises help my weak legs after physiotherapy',
  "my daughter's school asked what a seizure is",
  'Is drowsiness from steroids the same as weakness of the legs in my leaflet',
])('a rule that the words of a question set off is doubted: %s', (question) => {
  expect(findRedFlags(question)).not.toEqual([])
  expect(findDanger(plainWords(question), [])).toEqual([])
})

test('what an earlier turn sets up is not doubted for the few words of the latest', () => {
  const history = [{ role: 'user' as const, content: 'my legs went numb overnight and I cannot stand' }]
  expect(findRedFlags('should I wait?')).toEqual([])
  expect(findDanger(plainWords('should I wait?'), history).map(({ flag }) => flag.id)).toEqual(['spinal-cord-pressure'])
})

test('words run together by a hand in a hurry are heard', () => {
  const found = findDangerAlone(plainWords('chestpainandcantbreatheproperly'), [])
  expect(found.map(({ flag }) => flag.kind)).toEqual(['emergency'])
})
