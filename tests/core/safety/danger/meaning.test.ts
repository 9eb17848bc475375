import { expect, test } from 'vitest'
import { meaningOf } from '../../../../src/core/safety/danger/meaning.ts'

const vector = Float32Array.of(0.5, -0.5)
const ends = new Set([9])

test('the vector, the largest token, the largest and the smallest sentence, of each dimension', () => {
  // (-3, 4) and (3, 4) make (0, 8), the second sentence makes (3, -4): (0, 1) and (0.6, -0.8) at length 1
  const tokens = Float32Array.of(-3, 4, 3, 4, 0, 0, 3, -4)
  const meaning = meaningOf({ vector, tokens, pieces: [1, 2, 9, 3] }, ends)
  const wanted = [0.5, -0.5, 3, 4, 0.6, 1, 0, -0.8]
  expect(meaning).toHaveLength(wanted.length)
  for (const [at, value] of wanted.entries()) expect(meaning[at]).toBeCloseTo(value, 6)
})

test('a number with a point is no sentence', () => {
  const tokens = Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0)
  const alone = meaningOf({ vector, tokens, pieces: [1, 2, 3, 4] }, ends)
  expect(meaningOf({ vector, tokens, pieces: [1, 9, 3, 4] }, ends)).toEqual(alone)
  expect(meaningOf({ vector, tokens, pieces: [1, 3, 9, 4] }, ends)).not.toEqual(alone)
})

test('zeros where there is no token', () => {
  expect([...meaningOf({ vector, tokens: new Float32Array(0), pieces: [] }, ends)]).toEqual([
    0.5, -0.5, 0, 0, 0, 0, 0, 0,
  ])
})
