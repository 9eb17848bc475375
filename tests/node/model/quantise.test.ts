import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantise } from '../../../src/node/model/quantise.ts'

test('each column has its own scale: its largest value becomes the largest byte', () => {
  const { bytes, scales } = quantise(Float32Array.of(2, -0.5, -1, 0.25), [2, 2], 'columns', 64)
  expect([...bytes]).toEqual([64, -64, -32, 32])
  expect([...scales]).toEqual([2 / 64, 0.5 / 64])
})

test('each row has its own scale', () => {
  const { bytes, scales } = quantise(Float32Array.of(2, -1, -0.5, 0.25), [2, 2], 'rows', 100)
  expect([...bytes]).toEqual([100, -50, -100, 50])
  expect(scales).toEqual(Float32Array.of(0.02, 0.005))
})

test('a column of nothing but zeros stays zero', () => {
  const { bytes, scales } = quantise(Float32Array.of(0, 1, 0, 2), [2, 2], 'columns', 64)
  expect([bytes[0], bytes[2], scales[0]]).toEqual([0, 0, 0])
})

describe('whatever the matrix', () => {
  const matrix = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })).chain(([rows, columns]) =>
    fc.record({
      shape: fc.constant([rows, columns]),
      values: fc.float32Array({
        minLength: rows * columns,
        maxLength: rows * columns,
        noNaN: true,
        min: Math.fround(-1e6),
        max: Math.fround(1e6),
      }),
    }),
  )
  test('a value comes back within half a step of its own scale, and no byte is over the largest', () => {
    fc.assert(
      fc.property(
        matrix,
        fc.constantFrom('columns', 'rows'),
        fc.integer({ min: 1, max: 127 }),
        (given, along, most) => {
          const { values, shape } = given
          const { bytes, scales } = quantise(values, shape, along, most)
          values.forEach((value, at) => {
            const channel = along === 'columns' ? at % (shape[1] as number) : Math.floor(at / (shape[1] as number))
            const scale = scales[channel] as number
            expect(Math.abs(bytes[at] as number)).toBeLessThanOrEqual(most)
            // Scales under the smallest normal float32 lose their digits.
            if (scale > 1e-30)
              expect(Math.abs((bytes[at] as number) * scale - value)).toBeLessThanOrEqual(scale * 0.501)
          })
        },
      ),
    )
  })
})
