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
  bringToUnitLength(sum, 0, width)
  return sum
}

/** The states of all tokens between [CLS] and [SEP], each at length 1. */
export function toTokenVectors({ states, width }: TokenStates): Float32Array {
  const tokens = states.slice(width, -width)
  for (let at = 0; at < tokens.length; at += width) bringToUnitLength(tokens, at, at + width)
  return tokens
}

/** In place: a copy for each token takes longer than the division. */
function bringToUnitLength(values: Float32Array, from: number, to: number): void {
  let squares = 0
  for (let i = from; i < to; i++) squares += (values[i] as number) ** 2
  const length = Math.sqrt(squares) || 1
  for (let i = from; i < to; i++) values[i] = (values[i] as number) / length
}
