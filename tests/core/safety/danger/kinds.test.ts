import { expect, test } from 'vitest'
import { kindsToAdd } from '../../../../src/core/safety/danger/kinds.ts'
import { dangerPolicy } from '../../../../src/core/safety/danger/policy.ts'

const clear = dangerPolicy.unsureOfKind + 0.1
const unsure = dangerPolicy.unsureOfKind - 0.1

test.each([
  ['a clear score names its kind', -clear, [], ['emergency']],
  ['a clear score names its kind', clear, [], ['crisis']],
  ['one in doubt names both', unsure, [], ['emergency', 'crisis']],
  ['one in doubt names both', -unsure, [], ['emergency', 'crisis']],
  ['a rule decides a doubt', unsure, ['emergency'], []],
  ['a clear score adds what no rule found', clear, ['emergency'], ['crisis']],
  ['nothing is named twice', clear, ['crisis'], []],
] as const)('%s: %d beside %j', (_, crisis, ruled, added) => {
  expect(kindsToAdd(crisis, ruled)).toEqual(added)
})
