import { expect, test } from 'vitest'
import { meaningOf } from '../../../../src/core/safety/danger/meaning.ts'

const vector = Float32Array.of(0.5, -0.5)

test('the vector, and the largest value of each dimension over the tokens', () => {
  const tokens = Float32Array.of(-3, 4, -1, -2, -2, 1)
  expect([...meaningOf({ vector, tokens })]).toEqual([0.5, -0.5, -1, 4])
})

test('zeros where there is no token', () => {
  expect([...meaningOf({ vector, tokens: new Float32Array(0) })]).toEqual([0.5, -0.5, 0, 0])
})
