import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildModel } from '../../../src/node/model/build-model.ts'
import { isExpectedBuild } from '../../../src/node/model/identity.ts'
import { verifyModel } from '../../../src/node/model/model-files.ts'
import { readTree, useTempFolders } from '../temp-folders.ts'

const folder = useTempFolders()

describe('a model that was built', () => {
  let parent: string
  let one: string
  let other: string
  beforeAll(async () => {
    parent = await folder({ 'damaged/config.json': '{', 'damaged/junk': 'x' })
    one = join(parent, 'fresh')
    other = join(parent, 'damaged')
    await buildModel(one)
    await buildModel(other)
  })

  test('is the same every time, byte for byte, and so is its identity', async () => {
    expect(await readTree(one)).toEqual(await readTree(other))
    expect(await verifyModel(one)).toBe(await verifyModel(other))
  })

  test('has the identity that the program expects', async () => {
    expect(isExpectedBuild(await verifyModel(one))).toBe(true)
    expect(isExpectedBuild('0'.repeat(64))).toBe(false)
  })

  test('takes the place of what was in its folder and leaves nothing beside it', async () => {
    expect((await readdir(parent)).toSorted()).toEqual(['damaged', 'fresh'])
    expect(Object.keys(await readTree(other)).toSorted()).toEqual([
      'SHA256SUMS',
      'config.json',
      'onnx/model.onnx',
      'tokenizer.json',
      'tokenizer_config.json',
    ])
  })

  test('has checksums as sha256sum writes them, and they match', async () => {
    const checksums = await readFile(join(one, 'SHA256SUMS'), 'utf8')
    const { SHA256SUMS: _, ...files } = await readTree(one)
    const lines = Object.entries(files).map(([name, hash]) => `${hash}  ${name}`)
    expect(checksums.trimEnd().split('\n').toSorted()).toEqual(lines.toSorted())
    expect(checksums).toMatch(/\n$/)
  })

  test('is identified by its checksums', async () => {
    const checksums = await readFile(join(one, 'SHA256SUMS'))
    expect(await verifyModel(one)).toBe(createHash('sha256').update(checksums).digest('hex'))
  })

  test('has a tokenizer that neither pads nor cuts: that is the embedder’s to decide', async () => {
    const tokenizer = JSON.parse(await readFile(join(one, 'tokenizer.json'), 'utf8'))
    expect(tokenizer).toMatchObject({ padding: null, truncation: null })
  })
})
