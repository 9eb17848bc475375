// Fits a danger score: logistic regression over the buckets of a message's words and, if wanted, a layer of hidden
// units over its vector beside them. Stochastic gradient descent with AdaGrad's step sizes (Duchi et al., JMLR 12,
// 2011); the same numbers for the same rows and seed.

/** Missing a danger is worse than a false alarm. */
const WEIGHT_OF_DANGER = 2
/** 8 to 12 tried. */
const EPOCHS = 8
/** Of words alone, and beside a hidden layer: there 0.02 to 0.1 tried for the words. */
const WORDS_ALONE = { batch: 1, rateOfWords: 0.3, rateOfBias: 0.3 }
const WITH_LAYER = { batch: 16, rateOfWords: 0.05, rateOfBias: 0.02 }
const RATE_OF_LAYER = 0.02
/** Pulls the layer's weights towards 0. */
const RIDGE = 1e-3
/** Share of a vector's components that are left out of a step, others each time, so that no unit hangs on a few. */
const LEFT_OUT = 0.5

/**
 * @param {{features: readonly number[], vector: Float32Array, isDanger: boolean}[]} rows
 * @param {{buckets: number, hidden: number, seed: number, weight?: number}} options no layer for 0 hidden units; `weight`
 *   of a row of danger against one without
 * @returns {{bias: number, buckets: Float64Array, layer?: {weights: Float32Array, biases: Float32Array, outputs: Float32Array}}}
 *   `weights` unit by unit, to be used on the vector as it is
 */
export function fitDanger(rows, { buckets: size, hidden, seed, weight = WEIGHT_OF_DANGER }) {
  const { batch, rateOfWords, rateOfBias } = hidden > 0 ? WITH_LAYER : WORDS_ALONE
  const next = random(seed)
  const buckets = steps(size, rateOfWords)
  const bias = steps(1, rateOfBias)
  const layer = hidden > 0 ? createLayer(rows, hidden, next) : null
  const slopes = new Float32Array(size)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = shuffled(rows.length, next)
    for (let from = 0; from < order.length; from += batch) {
      const some = order.slice(from, from + batch).map((at) => rows[at])
      let slopeOfBias = 0
      const touched = []
      for (const row of some) {
        const own = 1 / Math.sqrt(row.features.length || 1)
        let score = bias.values[0] + (layer ? layer.forward(row) : 0)
        for (const feature of row.features) score += own * buckets.values[feature]
        const chance = 1 / (1 + Math.exp(-score))
        const slope = ((chance - (row.isDanger ? 1 : 0)) * (row.isDanger ? weight : 1)) / some.length
        slopeOfBias += slope
        for (const feature of row.features) {
          if (slopes[feature] === 0) touched.push(feature)
          slopes[feature] += slope * own
        }
        layer?.backward(slope)
      }
      bias.step(0, slopeOfBias)
      for (const feature of touched) {
        buckets.step(feature, slopes[feature])
        slopes[feature] = 0
      }
      layer?.step()
    }
  }
  return { bias: bias.values[0], buckets: buckets.values, layer: layer?.take() }
}

/** The score of a message by what `fitDanger` gives. */
export function scoreOf({ features, vector }, { bias, buckets, layer }) {
  let words = 0
  for (const feature of features) words += buckets[feature]
  let score = bias + words / Math.sqrt(features.length || 1)
  if (!layer) return score
  const { weights, biases, outputs } = layer
  for (let unit = 0; unit < outputs.length; unit++) {
    let sum = biases[unit]
    for (let d = 0; d < vector.length; d++) sum += weights[unit * vector.length + d] * vector[d]
    if (sum > 0) score += sum * outputs[unit]
  }
  return score
}

/** The mean of several fits: words on average, layers side by side. */
export function averageOf(fits) {
  const share = 1 / fits.length
  const mean = (pick) => fits.reduce((sum, one) => sum + pick(one) * share, 0)
  const joined = (pick) => Float32Array.from(fits.flatMap((one) => [...pick(one.layer)]))
  return {
    bias: mean(({ bias }) => bias),
    buckets: fits[0].buckets.map((_, at) => mean(({ buckets }) => buckets[at])),
    layer: fits[0].layer && {
      weights: joined(({ weights }) => weights),
      biases: joined(({ biases }) => biases),
      outputs: joined(({ outputs }) => outputs.map((value) => value * share)),
    },
  }
}

/** A layer of rectified units over standardised vectors. Plain loops: this is where the time goes. */
function createLayer(rows, hidden, next) {
  const { mean, spread } = standardsOf(rows)
  const size = mean.length
  const standard = new Map(
    rows.map((row) => [row, row.vector.map((value, d) => (value - mean[d]) / spread[d] / (1 - LEFT_OUT))]),
  )
  const weights = steps(hidden * size, RATE_OF_LAYER)
  const biases = steps(hidden, RATE_OF_LAYER)
  const outputs = steps(hidden, RATE_OF_LAYER)
  const [w, b, o] = [weights.values, biases.values, outputs.values]
  for (let at = 0; at < w.length; at++) w[at] = normal(next) / Math.sqrt(size)
  for (let unit = 0; unit < hidden; unit++) o[unit] = normal(next) * 0.1
  const [ofWeights, ofBiases, ofOutputs] = [w, b, o].map(({ length }) => new Float32Array(length))
  const active = new Float32Array(hidden)
  /** Components that the row has kept, and their values. */
  const kept = new Uint16Array(size)
  const input = new Float32Array(size)
  let count = 0
  return {
    forward(row) {
      const own = standard.get(row)
      count = 0
      for (let d = 0; d < size; d++) {
        if (next() < LEFT_OUT) continue
        kept[count] = d
        input[count++] = own[d]
      }
      let score = 0
      for (let unit = 0; unit < hidden; unit++) {
        const from = unit * size
        let sum = b[unit]
        for (let at = 0; at < count; at++) sum += w[from + kept[at]] * input[at]
        active[unit] = Math.max(0, sum)
        score += active[unit] * o[unit]
      }
      return score
    },
    /** Of the row that went forward last. */
    backward(slope) {
      for (let unit = 0; unit < hidden; unit++) {
        if (active[unit] === 0) continue
        const from = unit * size
        const own = slope * o[unit]
        ofOutputs[unit] += slope * active[unit]
        ofBiases[unit] += own
        for (let at = 0; at < count; at++) ofWeights[from + kept[at]] += own * input[at]
      }
    },
    step() {
      weights.stepAll(ofWeights, RIDGE)
      biases.stepAll(ofBiases, 0)
      outputs.stepAll(ofOutputs, RIDGE)
    },
    /** With the standardisation worked into weights and biases. */
    take() {
      const plain = w.map((value, at) => value / spread[at % size])
      const shifted = b.map((value, unit) => mean.reduce((sum, one, d) => sum - one * plain[unit * size + d], value))
      return { weights: plain, biases: shifted, outputs: o }
    },
  }
}

/** Below this spread a dimension says nothing: some of the 8-bit model's are always 0. */
const LEAST_SPREAD = 1e-4

/** Mean and spread of each dimension, the spread infinite where there is none. */
function standardsOf(rows) {
  const average = (pick) => rows.reduce((sum, row) => sum + pick(row), 0) / rows.length
  const mean = rows[0].vector.map((_, d) => average(({ vector }) => vector[d]))
  const spread = mean.map((one, d) => {
    const own = Math.sqrt(average(({ vector }) => (vector[d] - one) ** 2))
    return own < LEAST_SPREAD ? Number.POSITIVE_INFINITY : own
  })
  return { mean, spread }
}

/** Values that take AdaGrad's steps. */
function steps(length, rate) {
  const values = new Float32Array(length)
  const squares = new Float32Array(length).fill(1e-6)
  const step = (at, slope) => {
    squares[at] += slope * slope
    values[at] -= (rate * slope) / Math.sqrt(squares[at])
  }
  return {
    values,
    step,
    /** Every value by its slope and a pull towards 0; the slopes are 0 afterwards. */
    stepAll(slopes, ridge) {
      for (let at = 0; at < length; at++) step(at, slopes[at] + ridge * values[at])
      slopes.fill(0)
    },
  }
}

/** Normally distributed numbers (Box and Muller 1958). */
function normal(next) {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}

/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
export function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The numbers from 0 to `length` - 1, shuffled. */
export function shuffled(length, next) {
  const order = Array.from({ length }, (_, at) => at)
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    ;[order[at], order[other]] = [order[other], order[at]]
  }
  return order
}
