/** Numbers stored as a text: each character is a whole number of steps, its code less this; all are printable. */
const ZERO = 80
/** The most steps either way, from `#` to `}`. */
export const MOST_STEPS = 45

/** @param text as `scripts/fit-danger.mjs` writes it @param scale what a step is worth */
export function readSteps(text: string, scale: number): Float32Array {
  const values = new Float32Array(text.length)
  for (let at = 0; at < text.length; at++) values[at] = scale * (text.charCodeAt(at) - ZERO)
  return values
}

/** The other way round. @param values the largest takes all steps */
export function writeSteps(values: ArrayLike<number>): { readonly scale: number; readonly steps: string } {
  const largest = Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9)
  const scale = Number((largest / MOST_STEPS).toPrecision(6))
  const codes = Array.from(values, (value) => ZERO + Math.round(value / scale))
  return { scale, steps: codes.map((code) => String.fromCharCode(code)).join('') }
}
