/**
 * The product of a vector with one of the same length that begins at `from`.
 * @param values vectors one after the other
 */
export function dotProduct(vector: ArrayLike<number>, values: ArrayLike<number>, from = 0): number {
  const { length } = vector
  const whole = length & ~3
  // Four sums that don't wait for one another: some three times as fast as one.
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let at = 0; at < whole; at += 4) {
    a += (vector[at] as number) * (values[from + at] as number)
    b += (vector[at + 1] as number) * (values[from + at + 1] as number)
    c += (vector[at + 2] as number) * (values[from + at + 2] as number)
    d += (vector[at + 3] as number) * (values[from + at + 3] as number)
  }
  for (let at = whole; at < length; at++) a += (vector[at] as number) * (values[from + at] as number)
  return a + b + c + d
}

/** A vector's products with all that stand one after the other. */
export function dotProducts(vector: ArrayLike<number>, values: ArrayLike<number>): number[] {
  const { length } = vector
  const count = values.length / length
  const products: number[] = []
  // Four at a time, so that each number of the vector is read for all of them: a third quicker than one by one.
  for (let first = 0; first + 4 <= count; first += 4) {
    let [a, b, c, d] = [0, 0, 0, 0]
    const [second, third, fourth] = [(first + 1) * length, (first + 2) * length, (first + 3) * length]
    for (let at = 0; at < length; at++) {
      const value = vector[at] as number
      a += value * (values[first * length + at] as number)
      b += value * (values[second + at] as number)
      c += value * (values[third + at] as number)
      d += value * (values[fourth + at] as number)
    }
    products.push(a, b, c, d)
  }
  while (products.length < count) products.push(dotProduct(vector, values, products.length * length))
  return products
}
