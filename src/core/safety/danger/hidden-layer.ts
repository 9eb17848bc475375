import type { TokenMultiplier } from '../../ports.ts'
import { quantiseQuery, ZERO_BYTE } from '../../retrieval/token-vectors.ts'
import { readSteps } from './steps.ts'

/** A layer of rectified units, each seeing all of the input, and what each adds to a score. */
export interface HiddenLayer {
  /** How many numbers a part of the input has: as many as the multiplier has dimensions. */
  readonly width: number
  /** Unit by unit and part by part, the weight of each number of the input in steps, as a multiplier's stored bytes. */
  readonly stored: Uint8Array
  /** What a step of each unit's weights is worth. */
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

/** @param parts of the input, all of the same width */
export function openLayer({ scales, steps, biases, outputs }: StoredLayer, parts: number): HiddenLayer {
  const size = steps[0]?.length ?? 0
  const stored = new Uint8Array(size * steps.length)
  for (const [unit, text] of steps.entries()) {
    for (const [at, step] of readSteps(text).entries()) stored[unit * size + at] = step + ZERO_BYTE
  }
  return { width: size / parts, stored, scales, biases, outputs }
}

/**
 * What the layer adds to a score: the sum of its units' outputs. The input is rounded to a 64th of the largest number of
 * each part, so that it can be multiplied in bytes: a seventh of the time that numbers take in JavaScript.
 * @param input as long as the layer was fitted to
 */
export async function layerScore(
  { width, stored, scales, biases, outputs }: HiddenLayer,
  input: Float32Array,
  multiplier: TokenMultiplier,
): Promise<number> {
  const parts = input.length / width
  const query = quantiseQuery(input, width)
  const products = await multiplier.multiply(stored, query.bytes, width)
  let score = 0
  for (const [unit, bias] of biases.entries()) {
    let sum = 0
    // All parts of the weights meet all parts of the input; only each with its own counts.
    for (let part = 0; part < parts; part++) {
      sum += (products[(unit * parts + part) * parts + part] as number) * (query.scales[part] as number)
    }
    score += Math.max(0, sum * (scales[unit] as number) + bias) * (outputs[unit] as number)
  }
  return score
}
