/** A layer of rectified units, each seeing all of the input, and what each adds to a score. */
export interface HiddenLayer {
  /** As many numbers as `outputs`, unit by unit, for each number of the input. */
  readonly weights: Float32Array
  readonly biases: readonly number[]
  readonly outputs: readonly number[]
}

/** As `scripts/fit-danger.mjs` writes it. */
interface StoredLayer {
  /** What a step of each unit's weights is worth. */
  readonly scales: readonly number[]
  /** In whole steps, -127 to 127. */
  readonly weights: readonly number[]
  readonly biases: readonly number[]
  readonly outputs: readonly number[]
}

export function openLayer({ scales, weights, biases, outputs }: StoredLayer): HiddenLayer {
  const size = weights.length / outputs.length
  const scaled = Float32Array.from(weights, (steps, at) => steps * (scales[Math.floor(at / size)] as number))
  return { weights: scaled, biases, outputs }
}

/** What the layer adds to a score: the sum of its units' outputs. @param input as long as the layer was fitted to */
export function layerScore({ weights, biases, outputs }: HiddenLayer, input: Float32Array): number {
  let score = 0
  for (let unit = 0; unit < outputs.length; unit++) {
    const from = unit * input.length
    let sum = biases[unit] as number
    for (let at = 0; at < input.length; at++) sum += (weights[from + at] as number) * (input[at] as number)
    if (sum > 0) score += sum * (outputs[unit] as number)
  }
  return score
}
