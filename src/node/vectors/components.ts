import { EigenvalueDecomposition, Matrix } from 'ml-matrix'

/** Vectors that the directions are taken from, spread evenly over all. */
const SAMPLE = 8_192

/**
 * The directions in which vectors lie most (principal components; Pearson 1901, of the products themselves, without
 * taking the mean away, since products are what is compared). The same vectors give the same directions.
 * @param values vectors of `dimensions` numbers, one after the other
 * @param count of directions, at most `dimensions`
 * @returns the directions, most telling first, each of `dimensions` numbers and unit length
 */
export function findComponents(values: Float32Array, dimensions: number, count: number): Float32Array {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(sumOfProducts(values, dimensions), {
    assumeSymmetric: true,
  })
  const order = realEigenvalues.map((value, at) => ({ value, at })).sort((a, b) => b.value - a.value)
  return Float32Array.from(order.slice(0, count).flatMap(({ at }) => eigenvectorMatrix.getColumn(at)))
}

function sumOfProducts(values: Float32Array, dimensions: number): Matrix {
  const sums = new Float64Array(dimensions * dimensions)
  const step = Math.ceil(values.length / dimensions / SAMPLE) * dimensions
  for (let from = 0; from < values.length; from += step) {
    for (let row = 0; row < dimensions; row++) {
      const value = values[from + row] as number
      for (let column = 0; column <= row; column++) {
        const at = row * dimensions + column
        sums[at] = (sums[at] as number) + value * (values[from + column] as number)
      }
    }
  }
  const matrix = new Matrix(dimensions, dimensions)
  for (let row = 0; row < dimensions; row++) {
    for (let column = 0; column <= row; column++) {
      const sum = sums[row * dimensions + column] as number
      matrix.set(row, column, sum)
      matrix.set(column, row, sum)
    }
  }
  return matrix
}
