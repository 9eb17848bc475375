import { expect, test } from 'vitest'
import { MOST_STEPS, readSteps, writeSteps } from '../../../../src/core/safety/danger/steps.ts'

test('numbers come back within half a step, as one printable character each', () => {
  const values = [0, 1, -1, 0.51, -0.013]
  const { scale, steps } = writeSteps(values)
  expect(steps).toMatch(/^[#-}]{5}$/)
  expect(scale).toBeCloseTo(1 / MOST_STEPS, 6)
  for (const [at, value] of readSteps(steps).entries()) {
    expect(Math.abs(scale * value - (values[at] as number))).toBeLessThanOrEqual(scale / 2 + 1e-6)
  }
})

test('nothing but zeros stays so', () => {
  const { steps } = writeSteps([0, 0])
  expect([...readSteps(steps)]).toEqual([0, 0])
})
