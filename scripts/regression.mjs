// Two small fits by gradient descent, deterministic: few parameters, few hundred examples.

const sigmoid = (x) => 1 / (1 + Math.exp(-x))
const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0)

/** Every `count`-th example is held out in turn. */
export function foldsOf(examples, count) {
  return Array.from({ length: count }, (_, at) => ({
    fold: examples.filter((_, i) => i % count === at),
    rest: examples.filter((_, i) => i % count !== at),
  }))
}

/**
 * Weights that put right candidates before wrong ones: softmax over the candidates of each question (ListNet, Cao et
 * al. 2007), no weight below 0, ridge towards 0.
 * @param {{vectors: number[][], right: boolean[]}[]} questions
 */
export function fitOrder(questions, { ridge = 0.002, rate = 0.5, rounds = 1500 } = {}) {
  const size = questions[0].vectors[0].length
  const weights = new Array(size).fill(1)
  for (let round = 0; round < rounds; round++) {
    const slope = weights.map((weight) => -ridge * weight)
    for (const { vectors, right } of questions) {
      const fits = vectors.map((vector) => dot(vector, weights))
      const most = Math.max(...fits)
      const shares = fits.map((fit) => Math.exp(fit - most))
      const all = shares.reduce((sum, one) => sum + one, 0)
      const good = shares.reduce((sum, one, i) => sum + (right[i] ? one : 0), 0)
      vectors.forEach((vector, i) => {
        const pull = ((right[i] ? shares[i] / good : 0) - shares[i] / all) / questions.length
        for (let j = 0; j < size; j++) slope[j] += pull * vector[j]
      })
    }
    for (let j = 0; j < size; j++) weights[j] = Math.max(0, weights[j] + rate * slope[j])
  }
  return weights
}

/**
 * Logistic regression, both classes counting the same, ridge on standardised clues.
 * @param {{vector: number[], right: boolean}[]} examples
 * @param {number[]} signs of each clue: 1 if it can only speak for, -1 if it can only speak against
 */
export function fitLogistic(examples, signs, { ridge = 0.01, rate = 0.5, rounds = 3000 } = {}) {
  const size = examples[0].vector.length
  const mean = Array.from(
    { length: size },
    (_, j) => examples.reduce((sum, { vector }) => sum + vector[j], 0) / examples.length,
  )
  const spread = mean.map(
    (m, j) => Math.sqrt(examples.reduce((sum, { vector }) => sum + (vector[j] - m) ** 2, 0) / examples.length) || 1,
  )
  const standard = examples.map(({ vector }) => vector.map((value, j) => (value - mean[j]) / spread[j]))
  const rights = examples.filter(({ right }) => right).length
  const weights = new Array(size).fill(0)
  let bias = 0
  for (let round = 0; round < rounds; round++) {
    const slope = weights.map((weight) => ridge * weight)
    let biasSlope = 0
    examples.forEach(({ right }, i) => {
      const share = 0.5 / (right ? rights : examples.length - rights)
      const error = share * (sigmoid(dot(standard[i], weights) + bias) - (right ? 1 : 0))
      for (let j = 0; j < size; j++) slope[j] += error * standard[i][j]
      biasSlope += error
    })
    for (let j = 0; j < size; j++) {
      const weight = weights[j] - rate * slope[j]
      weights[j] = signs[j] * Math.max(0, signs[j] * weight)
    }
    bias -= rate * biasSlope
  }
  const raw = weights.map((weight, j) => weight / spread[j])
  return { weights: raw, bias: bias - dot(raw, mean) }
}

export function predict({ weights, bias }, vector) {
  return sigmoid(dot(vector, weights) + bias)
}
