/** A transform as PDF writes it: a, b, c, d, e, f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The second transform, then the first. */
export function times(
  [a, b, c, d, e, f]: Matrix,
  [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0]: readonly number[],
): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** The numbers of an operator, as a plain or a typed array; none of anything else. */
export const numbers = (value: unknown): readonly number[] => {
  if (Array.isArray(value)) return value
  return ArrayBuffer.isView(value) ? [...(value as Float32Array)] : []
}
