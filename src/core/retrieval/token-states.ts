/** What an encoder says of a text: `width` numbers for each token, [CLS] and [SEP] among them. */
export interface TokenStates {
  readonly states: Float32Array
  readonly width: number
}

/** The mean of a text's token states, at length 1 (Reimers and Gurevych 2019). */
export function poolMean({ states, width }: TokenStates): Float32Array {
  const sum = new Float32Array(width)
  for (let at = 0; at < states.length; at += width) {
    for (let i = 0; i < width; i++) sum[i] = (sum[i] as number) + (states[at + i] as number)
  }
  return toUnitLength(sum)
}

/** The states of all tokens between [CLS] and [SEP], each at length 1. */
export function toTokenVectors({ states, width }: TokenStates): Float32Array {
  const tokens = states.slice(width, -width)
  for (let at = 0; at < tokens.length; at += width) tokens.set(toUnitLength(tokens.subarray(at, at + width)), at)
  return tokens
}

function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0
  for (const value of vector) squares += value * value
  const length = Math.sqrt(squares) || 1
  return vector.map((value) => value / length)
}
