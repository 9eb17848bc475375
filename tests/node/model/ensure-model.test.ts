import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ensureModel } from '../../../src/node/model/ensure-model.ts'
import { DEFAULT_MODEL } from '../../../src/node/paths.ts'
import { SetupError } from '../../../src/node/setup-error.ts'
import { readTree, useTempFolders } from '../temp-folders.ts'

const folder = useTempFolders()
const steps: string[] = []
const progress = { report: (step: string) => void steps.push(step) }

test('the default model is not built again while it is whole', async () => {
  await ensureModel(DEFAULT_MODEL, progress)
  expect(steps).toEqual([])
})

test('a model folder of somebody else’s is taken while it is whole', async () => {
  const path = await folder({ 'onnx/.keep': '' })
  for (const name of ['onnx/model.onnx', 'tokenizer.json', 'tokenizer_config.json', 'config.json', 'SHA256SUMS']) {
    await symlink(join(DEFAULT_MODEL, name), join(path, name))
  }
  await ensureModel(path, progress)
  expect(steps).toEqual([])
})

test('a model folder of somebody else’s that is not whole is refused, never written to', async () => {
  const path = await folder({ SHA256SUMS: '', 'onnx/model.onnx': 'x' })
  const before = await readTree(path)
  await expect(ensureModel(path, progress)).rejects.toThrow(SetupError)
  expect(await readTree(path)).toEqual(before)
  expect(steps).toEqual([])
})
