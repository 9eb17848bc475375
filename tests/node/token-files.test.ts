import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { packTokens } from '../../src/core/retrieval/token-vectors.ts'
import { openTokenRows, openTokens, writeTokens } from '../../src/node/token-files.ts'
import { randomUnitVectors } from './random-unit-vectors.ts'
import { useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()
const DIMENSIONS = 16
/** Rows of 0 to 6 tokens. */
const rows = Array.from({ length: 3_000 }, (_, row) => {
  const vectors = randomUnitVectors(row % 7, DIMENSIONS, row)
  const tokens = Float32Array.from(vectors.flatMap((vector) => Array.from(vector)))
  return { vector: new Float32Array(DIMENSIONS), tokens, pieces: vectors.map((_, at) => (row * 3 + at) % 50) }
})

async function write() {
  const path = join(await folder(), 'tokens')
  await writeTokens(path, rows.map(packTokens))
  return path
}

test('each row is copied from the file as it was written', async () => {
  const { tokens, close } = await openTokens(await write(), DIMENSIONS)
  onTestFinished(close)
  for (const [at, row] of rows.entries()) {
    const { bytes, scales } = packTokens(row)
    const copy = new Uint8Array(bytes.length)
    tokens.copyRow?.(at, copy, 0)
    expect(copy).toEqual(bytes)
    expect(tokens.scales.subarray(tokens.starts[at], tokens.starts[at + 1])).toEqual(scales)
  }
})

test('a later build gets each row as it was', async () => {
  const stored = await openTokenRows(await write(), DIMENSIONS)
  onTestFinished(stored.close)
  for (const [at, row] of rows.entries()) expect(stored.row(at)).toEqual(packTokens(row))
  for (const [at, row] of rows.toReversed().entries()) {
    expect(stored.row(rows.length - 1 - at), 'in another order').toEqual(packTokens(row))
  }
})
