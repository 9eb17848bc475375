import { readSteps } from './steps.ts'

/** A layer of rectified units, a multiple of four, each seeing all of the input, and what each adds to a score. */
export interface HiddenLayer {
  /** As many numbers as `outputs`, unit by unit, for each number of the input. */
  readonly weights: Float32Array
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
  const weights = new Float32Array(size * steps.length)
  for (const [unit, text] of steps.entries()) weights.set(readSteps(text, scales[unit] as number), unit * size)
  return { weights, biases, outputs }
}

/**
 * What the layer adds to a score: the sum of its units' outputs. Four units at a time, so that no addition waits for the
 * one before it: half the time of one after the other.
 * @param input as long as the layer was fitted to
 */
export function layerScore({ weights, biases, outputs }: HiddenLayer, input: Float32Array): number {
  const size = input.length
  let score = 0
  for (let unit = 0; unit < outputs.length; unit += 4) {
    const first = unit * size
    const [second, third, fourth] = [first + size, first + 2 * size, first + 3 * size]
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let at = 0; at < size; at++) {
      const value = input[at] as number
      a += (weights[first + at] as number) * value
      b += (weights[second + at] as number) * value
      c += (weights[third + at] as number) * value
      d += (weights[fourth + at] as number) * value
    }
    for (const [next, sum] of [a, b, c, d].entries()) {
      score += Math.max(0, sum + (biases[unit + next] as number)) * (outputs[unit + next] as number)
    }
  }
  return score
}
