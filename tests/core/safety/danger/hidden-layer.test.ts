import { expect, test } from 'vitest'
import { layerScore, openLayer } from '../../../../src/core/safety/danger/hidden-layer.ts'

const layer = openLayer({ scales: [0.5, 2], weights: [2, -4, 1, 1], biases: [1, -3], outputs: [10, 100] })

test('a unit adds its output as often as it is above zero', () => {
  // 0.5 * (2 * 3 - 4 * 1) + 1 = 2 and 2 * (3 + 1) - 3 = 5
  expect(layerScore(layer, Float32Array.of(3, 1))).toBe(2 * 10 + 5 * 100)
})

test('and nothing below', () => {
  // 0.5 * (-4 * 2) + 1 = -3 and 2 * 2 - 3 = 1
  expect(layerScore(layer, Float32Array.of(0, 2))).toBe(100)
  expect(layerScore(layer, Float32Array.of(-1, 1))).toBe(0)
})
