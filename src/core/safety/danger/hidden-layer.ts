import { readSteps } from './steps.ts'

/** Units that are worked out side by side; a layer has a multiple of them. */
const LANES = 8

/** A layer of rectified units, each seeing all of the input, and what each adds to a score. */
export interface HiddenLayer {
  /** For each eight units, and in them for each number of the input, the weight of each, in steps. */
  readonly weights: Int8Array
  readonly scales: readonly number[]
  readonly biases: readonly number[]
  readonly outputs: readonly number[]
}

/** As `scripts/fit-danger.mjs` writes it. */
export interface StoredLayer {
  /** What a step of each unit's weights is worth. */
  readonly scales: readonly number[]
  /** Of each unit, one character for each number of the input. */
  readonly steps: readonly string[]
  readonly biases: readonly number[]
  readonly outputs: readonly number[]
}

export function openLayer({ scales, steps, biases, outputs }: StoredLayer): HiddenLayer {
  const size = steps[0]?.length ?? 0
  const weights = new Int8Array(size * steps.length)
  for (const [unit, text] of steps.entries()) {
    const lane = unit % LANES
    for (const [at, weight] of readSteps(text).entries()) {
      weights[(unit - lane) * size + at * LANES + lane] = weight
    }
  }
  return { weights, scales, biases, outputs }
}

/**
 * What the layer adds to a score: the sum of its units' outputs. Eight units at a time, so that no addition waits for
 * the one before it and memory is read in order: a fifth of the time of four that lie apart.
 * @param input as long as the layer was fitted to
 */
export function layerScore({ weights, scales, biases, outputs }: HiddenLayer, input: Float32Array): number {
  let score = 0
  let from = 0
  for (let unit = 0; unit < outputs.length; unit += LANES) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
    for (let at = 0; at < input.length; at++, from += LANES) {
      const value = input[at] as number
      a += (weights[from] as number) * value
      b += (weights[from + 1] as number) * value
      c += (weights[from + 2] as number) * value
      d += (weights[from + 3] as number) * value
      e += (weights[from + 4] as number) * value
      f += (weights[from + 5] as number) * value
      g += (weights[from + 6] as number) * value
      h += (weights[from + 7] as number) * value
    }
    for (const [lane, sum] of [a, b, c, d, e, f, g, h].entries()) {
      const weighted = sum * (scales[unit + lane] as number) + (biases[unit + lane] as number)
      score += Math.max(0, weighted) * (outputs[unit + lane] as number)
    }
  }
  return score
}
