/** Columns that lie together: two registers of four 32-bit sums. */
const COLUMNS = 8

/** What a packed matrix has beyond the given one, so that it divides into blocks; the spare is zero. */
export const roundUp = (count: number, step: number): number => Math.ceil(count / step) * step

/**
 * Lays a matrix out as a SIMD product reads it: eight columns after eight columns, in each of them two rows after two
 * rows, column by column the two bytes of these rows.
 * @param bytes `inner` rows of `columns`
 * @param paddedInner even, at least `inner`
 * @returns `paddedInner * roundUp(columns, 8)` bytes
 */
export function packMatrix(bytes: Int8Array, inner: number, columns: number, paddedInner = inner): Int8Array {
  const packed = new Int8Array(paddedInner * roundUp(columns, COLUMNS))
  for (let row = 0; row < inner; row++) {
    for (let column = 0; column < columns; column++) {
      const block = (column - (column % COLUMNS)) * paddedInner
      const pair = (row - (row % 2)) * COLUMNS
      packed[block + pair + (column % COLUMNS) * 2 + (row % 2)] = bytes[row * columns + column] as number
    }
  }
  return packed
}
