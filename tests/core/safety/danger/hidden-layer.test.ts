import { expect, test } from 'vitest'
import { layerScore, openLayer } from '../../../../src/core/safety/danger/hidden-layer.ts'

const layer = openLayer({
  scales: [0.5, 2, 1, 1, 1, 1, 1, 1],
  // 2 and -4 steps, 1 and 1, none, …: "P" stands for 0
  steps: ['RL', 'QQ', 'PP', 'PP', 'QP', 'PQ', 'PP', 'PP'],
  biases: [1, -3, 0, -1, 0, 0, 0, 1],
  outputs: [10, 100, 1, 1, 1000, -10_000, 0, 5],
})

test('a unit adds its output as often as it is above zero', () => {
  // 0.5 * (2 * 3 - 4 * 1) + 1 = 2 and 2 * (3 + 1) - 3 = 5, then the input itself and a bias alone
  expect(layerScore(layer, Float32Array.of(3, 1))).toBe(2 * 10 + 5 * 100 + 3 * 1000 - 10_000 + 5)
})

test('and nothing below', () => {
  // 0.5 * (-4 * 2) + 1 = -3 and 2 * 2 - 3 = 1
  expect(layerScore(layer, Float32Array.of(0, 2))).toBe(100 - 20_000 + 5)
  expect(layerScore(layer, Float32Array.of(-1, 1))).toBe(-10_000 + 5)
})
