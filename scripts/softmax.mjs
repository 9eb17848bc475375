const ROUNDS = 400

/**
 * Softmax regression with a ridge: full-batch gradient descent with Nesterov's momentum (1983), deterministic.
 * @param {{vector: Float32Array, label: number}[]} examples unit vectors
 */
export function fitSoftmax(examples, classes, ridge) {
  const size = examples[0].vector.length
  const width = size + 1
  let now = new Float64Array(classes * width)
  let ahead = now
  // No step is too long: the slope of unit vectors with a bias changes by at most 1 from here to there.
  const rate = 1 / (1 + 2 * ridge)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = slopeAt(ahead, examples, classes, ridge)
    const next = ahead.map((value, at) => value - rate * slope[at])
    ahead = next.map((value, at) => value + (round / (round + 3)) * (value - now[at]))
    now = next
  }
  const rows = Array.from({ length: classes }, (_, one) => now.subarray(one * width, (one + 1) * width))
  return { weights: rows.map((row) => row.subarray(0, size)), biases: rows.map((row) => row[size]) }
}

export function mostLikely({ weights, biases }, vector) {
  const scores = weights.map((row, one) => row.reduce((sum, weight, i) => sum + weight * vector[i], biases[one]))
  return scores.indexOf(Math.max(...scores))
}

function slopeAt(values, examples, classes, ridge) {
  const size = examples[0].vector.length
  const width = size + 1
  const slope = values.map((value, at) => (at % width === size ? 0 : 2 * ridge * value))
  const shares = new Float64Array(classes)
  for (const { vector, label } of examples) {
    let most = Number.NEGATIVE_INFINITY
    for (let one = 0; one < classes; one++) {
      let score = values[one * width + size]
      for (let i = 0; i < size; i++) score += values[one * width + i] * vector[i]
      shares[one] = score
      most = Math.max(most, score)
    }
    let all = 0
    for (let one = 0; one < classes; one++) {
      shares[one] = Math.exp(shares[one] - most)
      all += shares[one]
    }
    for (let one = 0; one < classes; one++) {
      const pull = (shares[one] / all - (one === label ? 1 : 0)) / examples.length
      slope[one * width + size] += pull
      for (let i = 0; i < size; i++) slope[one * width + i] += pull * vector[i]
    }
  }
  return slope
}
