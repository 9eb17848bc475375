import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLateInteraction } from '../../src/core/retrieval/late-interaction.ts'
import { plainMultiplier } from '../../src/core/retrieval/plain-multiplier.ts'
import { createTokenPacker, packTokens } from '../../src/core/retrieval/token-vectors.ts'
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

test('what is written row by row is what is packed at once', async () => {
  const packer = createTokenPacker(DIMENSIONS)
  for (const row of rows) packer.add(row)
  const { tokens } = await openTokens(await write(), DIMENSIONS)
  expect(tokens).toEqual(packer.pack())
})

test('rows that stay in the file score as those in memory', async () => {
  const path = await write()
  const [near, far] = [await openTokens(path, DIMENSIONS), await openTokens(path, DIMENSIONS, 0)]
  onTestFinished(far.close)
  expect(near.tokens.bytes.length).toBeGreaterThan(0)
  expect(far.tokens.bytes).toHaveLength(0)
  const question = rows[6] as (typeof rows)[number]
  const compared = [2_999, 6, 7, 0, 1_500, 6]
  const [one, other] = [near, far].map(({ tokens }) => createLateInteraction(tokens, plainMultiplier))
  expect(await other?.score(question, compared)).toEqual(await one?.score(question, compared))
})

test('a later build gets each row as it was', async () => {
  const stored = await openTokenRows(await write(), DIMENSIONS)
  onTestFinished(stored.close)
  for (const [at, row] of rows.entries()) expect(stored.row(at)).toEqual(packTokens(row))
  for (const [at, row] of rows.toReversed().entries()) {
    expect(stored.row(rows.length - 1 - at), 'in another order').toEqual(packTokens(row))
  }
})
