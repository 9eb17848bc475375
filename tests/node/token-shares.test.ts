import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createLateInteraction } from '../../src/core/retrieval/late-interaction.ts'
import { plainMultiplier } from '../../src/core/retrieval/plain-multiplier.ts'
import { createTokenPacker, packTokens } from '../../src/core/retrieval/token-vectors.ts'
import { divide } from '../../src/node/shares.ts'
import { openTokenShareRows, openTokenShares, writeTokenShares } from '../../src/node/token-shares.ts'
import { randomUnitVectors } from './random-unit-vectors.ts'
import { readTree, useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()
const DIMENSIONS = 16
/** Rows of 0 to 6 tokens. */
const rows = Array.from({ length: 3_000 }, (_, row) => {
  const vectors = randomUnitVectors(row % 7, DIMENSIONS, row)
  const tokens = Float32Array.from(vectors.flatMap((vector) => Array.from(vector)))
  return { vector: new Float32Array(DIMENSIONS), tokens, pieces: vectors.map((_, at) => (row * 3 + at) % 50) }
})
const texts = rows.map((_, row) => `text ${row}`)
const tokensOf = (text: string) => packTokens(rows[Number(text.slice(5))] as (typeof rows)[number])

type Division = (words: readonly string[]) => ReturnType<typeof divide>
const one: Division = (words) => divide(words, 1, () => 0)
const five: Division = (words) => divide(words, 5, (row) => (row >> 3) % 5)
const withEmpty: Division = (words) => divide(words, 4, (row) => (row % 2 === 0 ? 1 : 3))

async function write(division: Division, words: readonly string[] = texts, older: string | null = null) {
  const path = join(await folder(), 'tokens')
  const shares = division(words)
  return { path, shares, written: await writeTokenShares(path, shares, tokensOf, older) }
}

describe.each([
  ['one share', one],
  ['five shares', five],
  ['four shares, two of them empty', withEmpty],
])('%s', (_, division) => {
  test('what is written is what is packed at once', async () => {
    const packer = createTokenPacker(DIMENSIONS)
    for (const row of rows) packer.add(row)
    const { path, shares } = await write(division)
    const { tokens } = await openTokenShares(path, shares, DIMENSIONS)
    expect(tokens).toEqual(packer.pack())
  })

  test('rows that stay in the files score as those in memory', async () => {
    const { path, shares } = await write(division)
    const near = await openTokenShares(path, shares, DIMENSIONS)
    const far = await openTokenShares(path, shares, DIMENSIONS, 0)
    onTestFinished(far.close)
    expect(near.tokens.bytes.length).toBeGreaterThan(0)
    expect(far.tokens.bytes).toHaveLength(0)
    const question = rows[6] as (typeof rows)[number]
    const compared = [2_999, 6, 7, 0, 1_500, 6]
    const [inMemory, inFiles] = [near, far].map(({ tokens }) =>
      createLateInteraction(tokens, plainMultiplier, () => false),
    )
    expect(await inFiles?.score(question, compared)).toEqual(await inMemory?.score(question, compared))
  })

  test('a later build gets each row as it was', async () => {
    const { path, shares } = await write(division)
    const stored = await openTokenShareRows(path, shares, DIMENSIONS)
    onTestFinished(stored.close)
    for (const [at, row] of rows.entries()) expect(stored.row(at)).toEqual(packTokens(row))
  })
})

test('a later build takes over the shares whose texts are the same, and comes to the same', async () => {
  const { path: older } = await write(five)
  const changed = texts.with(8, 'text 9')
  const { path, written } = await write(five, changed, older)
  const { path: fresh, written: anew } = await write(five, changed)
  const folders = new Set(written.kept.map((name) => name.split('/')[0]))
  expect(folders.size).toBe(4)
  expect(anew).toEqual({ files: written.files, kept: [] })
  expect(await readTree(path)).toEqual(await readTree(fresh))
})

test('an older folder that lacks a file is written again', async () => {
  const { path: older } = await write(one)
  const { path } = await write(one, texts, older.replace(/tokens$/, 'gone'))
  expect(await readTree(path)).toEqual(await readTree(older))
  expect(await readdir(path)).toHaveLength(1)
})
