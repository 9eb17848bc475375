/** A half-precision tensor as stored: IEEE 754 binary16 bit patterns, row-major. */
export interface HalfTensor {
  readonly shape: readonly number[]
  readonly bits: Uint16Array
}

/** Returns a reader of named fp16 tensors. Format: https://huggingface.co/docs/safetensors (8-byte length, JSON, data). */
export function openSafetensors(file: Buffer): (name: string) => HalfTensor {
  const headerLength = Number(file.readBigUInt64LE(0))
  const header = JSON.parse(file.toString('utf8', 8, 8 + headerLength))
  const data = file.subarray(8 + headerLength)
  return (name) => {
    const entry = header[name]
    if (entry?.dtype !== 'F16') throw new Error(`The weights hold no half-precision tensor "${name}".`)
    const [from, to] = entry.data_offsets
    return { shape: entry.shape, bits: new Uint16Array(new Uint8Array(data.subarray(from, to)).buffer) }
  }
}

export function transpose({ shape, bits }: HalfTensor): HalfTensor {
  const [rows = 0, columns = 0] = shape
  const turned = new Uint16Array(bits.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = bits[row * columns + column] as number
    }
  }
  return { shape: [columns, rows], bits: turned }
}

/** Exact: every binary16 value is a binary32 value. */
export function toFloat32({ bits }: HalfTensor): Float32Array {
  const floats = new Float32Array(bits.length)
  for (let i = 0; i < bits.length; i++) floats[i] = HALF_TO_FLOAT[bits[i] as number] as number
  return floats
}

const HALF_TO_FLOAT = Float32Array.from({ length: 65536 }, (_, half) => {
  const sign = half >> 15 ? -1 : 1
  const exponent = (half >> 10) & 31
  const fraction = half & 1023
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
})
