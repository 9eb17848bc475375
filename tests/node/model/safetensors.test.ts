import { describe, expect, test } from 'vitest'
import { openSafetensors, toFloat32, transpose } from '../../../src/node/model/safetensors.ts'

const tensor = (shape: readonly number[], ...bits: number[]) => ({ shape, bits: Uint16Array.from(bits) })

/** A file as the format says: 8 bytes of header length, the header as JSON, the data. */
function fileOf(header: object, data: Uint8Array): Buffer {
  const json = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(json.length))
  return Buffer.concat([length, json, data])
}

describe('half precision to single precision, exactly (bit patterns of IEEE 754 binary16)', () => {
  test.each([
    ['0', 0x0000, 0],
    ['-0', 0x8000, -0],
    ['1', 0x3c00, 1],
    ['-2', 0xc000, -2],
    ['about a third', 0x3555, 0.333251953125],
    ['the largest number', 0x7bff, 65504],
    ['the smallest normal number', 0x0400, 2 ** -14],
    ['the smallest number', 0x0001, 2 ** -24],
    ['the largest subnormal number', 0x03ff, 1023 * 2 ** -24],
    ['infinity', 0x7c00, Number.POSITIVE_INFINITY],
    ['minus infinity', 0xfc00, Number.NEGATIVE_INFINITY],
    ['no number', 0x7e00, Number.NaN],
  ])('%s', (_, half, number) => {
    expect(toFloat32(tensor([1], half))[0]).toBe(number)
  })
})

test('transposing turns rows into columns', () => {
  expect(transpose(tensor([2, 3], 1, 2, 3, 4, 5, 6))).toEqual(tensor([3, 2], 1, 4, 2, 5, 3, 6))
})

describe('a file', () => {
  const data = Uint8Array.of(0x00, 0x3c, 0x00, 0xc0, 0xff, 0x7b)
  // A header of odd length, so that the data stand at an odd place of the file.
  const read = openSafetensors(
    fileOf(
      {
        first: { dtype: 'F16', shape: [2], data_offsets: [0, 4] },
        second: { dtype: 'F16', shape: [1, 1], data_offsets: [4, 6] },
        whole: { dtype: 'F32', shape: [1], data_offsets: [0, 4] },
      },
      data,
    ),
  )

  test('holds tensors by name, with their shapes', () => {
    expect(toFloat32(read('first'))).toEqual(Float32Array.of(1, -2))
    expect(read('second')).toEqual(tensor([1, 1], 0x7bff))
  })

  test.each(['third', 'whole'])('a tensor that is not there or not in half precision is an error: %s', (name) => {
    expect(() => read(name)).toThrow(`"${name}"`)
  })
})
