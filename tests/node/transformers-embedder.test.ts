import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Embedder } from '../../src/core/ports.ts'
import { buildModel } from '../../src/node/model/build-model.ts'
import { verifyModel } from '../../src/node/model/model-files.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { SetupError } from '../../src/node/setup-error.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'
import { describeEmbedder } from '../contracts/embedder.ts'
import { useTempFolders, writeFiles } from './temp-folders.ts'

describeEmbedder('onnxruntime, int8', () => loadEmbedder(DEFAULT_MODEL))
describeEmbedder('onnxruntime, float32', () => loadFloat32())

let float32Folder: string | undefined
async function loadFloat32(): Promise<Embedder> {
  if (!float32Folder) {
    float32Folder = await mkdtemp(join(tmpdir(), 'quotewell-float32-'))
    await buildModel(float32Folder, 'float32')
  }
  return loadEmbedder(float32Folder)
}
afterAll(() => float32Folder && rm(float32Folder, { recursive: true }))

const fetched = vi.spyOn(globalThis, 'fetch')
afterAll(() => fetched.mockRestore())

let embedder: Embedder
beforeAll(async () => {
  embedder = await loadEmbedder(DEFAULT_MODEL)
})

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)

async function cosine(one: string, other: string): Promise<number> {
  const [a, b] = (await embedder.embed([one, other])) as [Float32Array, Float32Array]
  return dot(a, b)
}

test('the numbers in float32 are those of all-MiniLM-L6-v2', async () => {
  // Three of 384, once computed; other numbers mean another model, tokenizer or pooling.
  const [vector] = await (await loadFloat32()).embed(['how often do I need scans after treatment is over?'])
  expect(vector).toHaveLength(384)
  const expected = [0.02679394744336605, -0.02202250063419342, -0.04005724564194679]
  expected.forEach((number, i) => {
    expect(Math.abs((vector?.[i] ?? 0) - number)).toBeLessThan(1e-5)
  })
})

test('int8 stays near float32 on whole passages and on short questions', async () => {
  const texts = [
    'How rare is it?',
    'does it hurt',
    'The overall 5-year survival rate was 54.6 %, and the 10-year survival rate was 27.3 %.',
    'Mesenchymal chondrosarcoma is a fast growing tumor that spreads more often. '.repeat(8),
  ]
  const exact = await (await loadFloat32()).embed(texts)
  const rounded = await embedder.embed(texts)
  texts.forEach((text, at) => {
    expect(dot(exact[at] as Float32Array, rounded[at] as Float32Array), text.slice(0, 40)).toBeGreaterThan(0.98)
  })
})

test.each([
  ['How long will I live?', 'What is the life expectancy?', 'How is the biopsy taken?'],
  ['Has it spread to the lungs?', 'Are there metastases in the chest?', 'Who discovered the disease?'],
  ['Will my hair fall out?', 'Does chemotherapy make you bald?', 'The tumour was 5 cm wide.'],
])('"%s" is nearer to "%s" than to "%s"', async (question, paraphrase, unrelated) => {
  expect(await cosine(question, paraphrase)).toBeGreaterThan((await cosine(question, unrelated)) + 0.1)
})

test('capitals make no difference: the model is uncased', async () => {
  expect(await cosine('IS IT RARE?', 'is it rare?')).toBeCloseTo(1, 5)
})

test('the identity is that of the model folder', async () => {
  expect(embedder.modelHash).toBe(await verifyModel(DEFAULT_MODEL))
})

test('the network is not used', () => {
  expect(fetched).not.toHaveBeenCalled()
})

describe('a model folder that is not whole is refused in one line that names the file and the mending', () => {
  const folder = useTempFolders()
  const SMALL = ['tokenizer.json', 'tokenizer_config.json', 'config.json', 'SHA256SUMS']

  /** A model folder whose files are links to the real ones, but for `except`. */
  async function modelWithout(except: string): Promise<string> {
    const copy = await folder({ 'onnx/.keep': '' })
    for (const name of ['onnx/model.onnx', ...SMALL].filter((name) => name !== except)) {
      await symlink(join(DEFAULT_MODEL, name), join(copy, name))
    }
    return copy
  }
  async function faultOf(path: string): Promise<string> {
    const error = await loadEmbedder(path).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(SetupError)
    expect(error.message).not.toContain('\n')
    return error.message
  }

  test('it loads from another folder while it is whole', async () => {
    expect((await loadEmbedder(await modelWithout('none'))).modelHash).toBe(embedder.modelHash)
  })

  test.each(['onnx/model.onnx', ...SMALL])('%s is missing', async (name) => {
    const copy = await modelWithout(name)
    expect(await faultOf(copy)).toBe(
      `The model file ${join(copy, name)} is missing. Run \`npm run model\`, or set QUOTEWELL_MODEL to a whole model folder.`,
    )
  })

  test.each(['onnx/model.onnx', 'tokenizer.json', 'tokenizer_config.json', 'config.json'])(
    '%s is altered',
    async (name) => {
      const copy = await modelWithout(name)
      await writeFiles(copy, { [name]: '{}' })
      expect(await faultOf(copy)).toBe(
        `The model file ${join(copy, name)} is not the one that was built. Delete the folder and run \`npm run model\`, or set QUOTEWELL_MODEL to a whole model folder.`,
      )
    },
  )

  test('there is no folder', async () => {
    const nowhere = join(await folder(), 'nowhere')
    expect(await faultOf(nowhere)).toContain(`The model file ${join(nowhere, 'SHA256SUMS')} is missing.`)
  })
})
