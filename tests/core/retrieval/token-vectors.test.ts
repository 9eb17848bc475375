import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTokenPacker, quantiseQuery, ZERO_BYTE } from '../../../src/core/retrieval/token-vectors.ts'

const row = (pieces: readonly number[], ...numbers: number[]) => ({
  vector: new Float32Array(2),
  tokens: Float32Array.from(numbers),
  pieces,
})

describe('packed rows', () => {
  const packer = createTokenPacker(2)
  packer.add(row([7, 3], 0.6, -0.8, 0, 1))
  packer.add(row([]))
  packer.add(row([3, 3], 0.01, 0.02, -1, 0))
  const packed = packer.pack()

  test('tell where each row begins, one without tokens too', () => {
    expect([...packed.starts]).toEqual([0, 2, 2, 4])
  })

  test('come back within half a step of their scale', () => {
    const back = Array.from(packed.bytes, (byte, at) => (byte - ZERO_BYTE) * (packed.scales[at >> 1] as number))
    const numbers = [0.6, -0.8, 0, 1, 0.01, 0.02, -1, 0]
    expect(back).toHaveLength(numbers.length)
    back.forEach((value, at) => {
      expect(Math.abs(value - (numbers[at] as number))).toBeLessThanOrEqual(
        (packed.scales[at >> 1] as number) / 2 + 1e-7,
      )
    })
  })

  test('use the whole range of a byte for each token, however small its numbers are', () => {
    expect([...packed.bytes].map((byte) => byte - ZERO_BYTE)).toEqual([95, -127, 0, 127, 64, 127, -127, 0])
  })

  test('count in how many rows a word-piece stands, twice in one row being once', () => {
    expect(packed.frequencies).toHaveLength(8)
    expect([packed.frequencies[3], packed.frequencies[7], packed.frequencies[0]]).toEqual([2, 1, 0])
  })

  test('without rows are empty', () => {
    const empty = createTokenPacker(2).pack()
    expect([...empty.starts]).toEqual([0])
    expect(empty.bytes).toHaveLength(0)
  })
})

describe('a query', () => {
  test('is laid out dimension by dimension, in bytes of at most 64', () => {
    const { bytes, scales } = quantiseQuery(Float32Array.of(0.6, -0.8, 0, 1), 2)
    expect([...bytes]).toEqual([48, 0, -64, 64])
    expect(scales[0]).toBeCloseTo(0.8 / 64, 6)
    expect(scales[1]).toBeCloseTo(1 / 64, 6)
  })

  test('of zeros stays zeros', () => {
    expect([...quantiseQuery(Float32Array.of(0, 0), 2).bytes]).toEqual([0, 0])
  })
})

describe('whatever the numbers', () => {
  const DIMENSIONS = 6
  const numbers = fc.double({ min: -1, max: 1, noNaN: true }).map(Math.fround)
  const token = fc
    .tuple(fc.array(numbers, { minLength: DIMENSIONS, maxLength: DIMENSIONS }), fc.constantFrom(1, 0.001, 100))
    .map(([values, size]) => values.map((value) => value * size))
  const tokens = fc.array(token, { minLength: 1, maxLength: 5 })
  const halfStep = (values: readonly number[], steps: number) => {
    const largest = Math.max(...values.map(Math.abs))
    return (largest / steps) * 0.5 * (1 + 1e-4) + 1e-12
  }

  test('a stored token comes back within half a 127th of its largest', () => {
    fc.assert(
      fc.property(tokens, (vectors) => {
        const packer = createTokenPacker(DIMENSIONS)
        packer.add(
          row(
            vectors.map((_, at) => at),
            ...vectors.flat(),
          ),
        )
        const { bytes, scales } = packer.pack()
        vectors.forEach((vector, at) => {
          vector.forEach((value, i) => {
            const back = ((bytes[at * DIMENSIONS + i] as number) - ZERO_BYTE) * (scales[at] as number)
            expect(Math.abs(back - value)).toBeLessThanOrEqual(halfStep(vector, 127))
          })
        })
      }),
    )
  })

  test('a token of a query comes back within half a 64th of its largest', () => {
    fc.assert(
      fc.property(tokens, (vectors) => {
        const { bytes, scales } = quantiseQuery(Float32Array.from(vectors.flat()), DIMENSIONS)
        vectors.forEach((vector, at) => {
          vector.forEach((value, i) => {
            const back = (bytes[i * vectors.length + at] as number) * (scales[at] as number)
            expect(Math.abs(back - value)).toBeLessThanOrEqual(halfStep(vector, 64))
          })
        })
      }),
    )
  })
})
