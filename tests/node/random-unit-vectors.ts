/** Unit vectors that point anywhere with the same probability; the same seed gives the same ones. */
export function randomUnitVectors(count: number, dimensions: number, seed: number): Float32Array[] {
  const random = mulberry32(seed)
  // Box and Muller 1958; 1 - random() is never 0, whose logarithm is none.
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimensions }, normal)
    const length = Math.hypot(...vector)
    return vector.map((value) => value / length)
  })
}

/** A small generator of evenly spread numbers from 0 to 1 (Tommy Ettinger's mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
