import { beforeAll, describe, expect, test } from 'vitest'
import type { TokenMultiplier } from '../../src/core/ports.ts'

/** What `TokenMultiplier` promises, for every implementation of it. */
export function describeTokenMultiplier(name: string, create: (dimensions: number) => Promise<TokenMultiplier>): void {
  describe(`${name} keeps the contract of a token multiplier`, () => {
    let three: TokenMultiplier
    beforeAll(async () => {
      three = await create(3)
    })

    test('dot products come stored token by stored token, and 128 stands for zero', async () => {
      const stored = Uint8Array.of(128, 129, 130, /* second token */ 127, 128, 255)
      const query = Int8Array.of(1, 0, /* second dimension */ 2, -1, /* third dimension */ 3, 5)
      // (0, 1, 2) and (-1, 0, 127), each with (1, 2, 3) and (0, -1, 5).
      expect([...(await three.multiply(stored, query, 3))]).toEqual([8, 9, 380, 635])
    })

    test('the largest numbers that a stored token and a query hold do not saturate', async () => {
      const wide = await create(384)
      const query = (value: number) => new Int8Array(384).fill(value)
      for (const [byte, value] of [
        [255, 64],
        [255, -64],
        [1, 64],
        [1, -64],
      ] as const) {
        const [product] = await wide.multiply(new Uint8Array(384).fill(byte), query(value), 384)
        expect(product).toBe((byte - 128) * value * 384)
      }
    })

    test('any numbers of tokens give exact products', async () => {
      for (const [tokens, width] of [
        [1, 1],
        [1, 7],
        [50, 3],
        [301, 17],
      ] as const) {
        const stored = Uint8Array.from({ length: tokens * 3 }, (_, at) => 1 + ((at * 89) % 255))
        const query = Int8Array.from({ length: width * 3 }, (_, at) => ((at * 37) % 129) - 64)
        const expected = Array.from({ length: tokens * width }, (_, at) => {
          const [token, column] = [Math.floor(at / width), at % width]
          const dimensions = [0, 1, 2].map(
            (i) => [stored[token * 3 + i], query[i * width + column]] as [number, number],
          )
          return dimensions.reduce((sum, [byte, value]) => sum + (byte - 128) * value, 0)
        })
        expect([...(await three.multiply(stored, query, 3))]).toEqual(expected)
      }
    })
  })
}
