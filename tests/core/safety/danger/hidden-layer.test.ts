import { expect, test } from 'vitest'
import { plainMultiplier } from '../../../../src/core/retrieval/plain-multiplier.ts'
import { layerScore, openLayer } from '../../../../src/core/safety/danger/hidden-layer.ts'

const stored = {
  scales: [0.5, 2, 1, 1, 1, 1, 1, 1],
  // 2 and -4 steps, 1 and 1, none, …: "P" stands for 0
  steps: ['RL', 'QQ', 'PP', 'PP', 'QP', 'PQ', 'PP', 'PP'],
  biases: [1, -3, 0, -1, 0, 0, 0, 1],
  outputs: [10, 100, 1, 1, 1000, -10_000, 0, 5],
}

// The input as one part and as two: what is even of the largest number of a part is not rounded.
test.each([1, 2])(
  'a unit adds its output as often as it is above zero, and nothing below (%i parts)',
  async (parts) => {
    const layer = openLayer(stored, parts)
    const scoreOf = (...input: number[]) => layerScore(layer, Float32Array.from(input), plainMultiplier)
    // 0.5 * (2 * 4 - 4 * 1) + 1 = 3 and 2 * (4 + 1) - 3 = 7, then the input itself and a bias alone
    expect(await scoreOf(4, 1)).toBe(3 * 10 + 7 * 100 + 4 * 1000 - 10_000 + 5)
    // 0.5 * (-4 * 2) + 1 = -3 and 2 * 2 - 3 = 1
    expect(await scoreOf(0, 2)).toBe(100 - 20_000 + 5)
    expect(await scoreOf(-1, 1)).toBe(-10_000 + 5)
  },
)

test('an input between the steps is rounded to a 64th of the largest number of its part', async () => {
  const layer = openLayer({ scales: [1], steps: ['PQ'], biases: [0], outputs: [1] }, 1)
  const score = await layerScore(layer, Float32Array.of(1, 0.3), plainMultiplier)
  expect(score).toBe(19 / 64)
})
