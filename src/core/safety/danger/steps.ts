/** Numbers stored as a text: each character is a whole number of steps, its code less this; all are printable. */
const ZERO = 80
/** The most steps either way, from `#` to `}`. */
export const MOST_STEPS = 45

/**
 * Steps, each still to be multiplied by what it is worth: a byte for each keeps them in a processor's cache.
 * @param text as `scripts/fit-danger.mjs` writes it
 */
export function readSteps(text: string): Int8Array {
  return Int8Array.from(text, (character) => character.charCodeAt(0) - ZERO)
}

/** The other way round. @param values the largest takes all steps */
export function writeSteps(values: ArrayLike<number>): { readonly scale: number; readonly steps: string } {
  const largest = Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9)
  const scale = Number((largest / MOST_STEPS).toPrecision(6))
  const codes = Array.from(values, (value) => ZERO + Math.round(value / scale))
  return { scale, steps: codes.map((code) => String.fromCharCode(code)).join('') }
}
