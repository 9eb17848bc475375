/** A matrix in signed bytes with a float32 scale for each column or row: `value = byte * scale`, zero is zero. */
export interface QuantisedMatrix {
  readonly bytes: Int8Array
  readonly scales: Float32Array
}

/**
 * Rounds a row-major matrix, each column or row to its own largest value (Jacob et al. 2018, symmetric and per channel).
 * @param along which of the two has a scale of its own
 * @param largest the byte that the largest value becomes, at most 127
 */
export function quantise(
  values: Float32Array,
  [rows = 0, columns = 0]: readonly number[],
  along: 'columns' | 'rows',
  largest: number,
): QuantisedMatrix {
  const channelOf = (at: number) => (along === 'columns' ? at % columns : Math.floor(at / columns))
  const scales = new Float32Array(along === 'columns' ? columns : rows)
  values.forEach((value, at) => {
    const channel = channelOf(at)
    scales[channel] = Math.max(scales[channel] as number, Math.abs(value) / largest)
  })
  const bytes = new Int8Array(values.length)
  values.forEach((value, at) => {
    const byte = Math.round(value / (scales[channelOf(at)] || 1))
    // The scale of numbers next to zero has too few digits to keep to the bound by itself.
    bytes[at] = Math.max(-largest, Math.min(largest, byte))
  })
  return { bytes, scales }
}
