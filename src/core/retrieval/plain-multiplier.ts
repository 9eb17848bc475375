import type { TokenMultiplier } from '../ports.ts'
import { ZERO_BYTE } from './token-vectors.ts'

/** Multiplies in plain JavaScript: runs everywhere, and is the yardstick of the faster ones. */
export const plainMultiplier: TokenMultiplier = {
  async multiply(stored, query, dimensions) {
    const width = query.length / dimensions
    const count = stored.length / dimensions
    const products = new Int32Array(count * width)
    for (let token = 0; token < count; token++) {
      for (let i = 0; i < dimensions; i++) {
        const value = (stored[token * dimensions + i] as number) - ZERO_BYTE
        for (let j = 0; j < width; j++) {
          const at = token * width + j
          products[at] = (products[at] as number) + value * (query[i * width + j] as number)
        }
      }
    }
    return products
  },
}
