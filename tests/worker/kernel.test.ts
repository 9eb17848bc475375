import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AutoTokenizer } from '@xenova/transformers'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadKernelModule } from '../../scripts/worker-kernel.mjs'
import { dotProduct } from '../../src/core/retrieval/dot-product.ts'
import { WORDINGS } from '../../src/core/safety/wordings.ts'
import { packModel } from '../../src/node/model/pack-model.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'
import { createKernelEmbedder } from '../../src/worker/embedder.ts'
import { createEncoder } from '../../src/worker/encoder.ts'
import { openKernel } from '../../src/worker/kernel.ts'
import { createKernelMultiplier } from '../../src/worker/multiplier.ts'
import { openWordPieces, type WordPieces } from '../../src/worker/tokenizer.ts'
import { describeEmbedder } from '../contracts/embedder.ts'
import { describeTokenMultiplier } from '../contracts/token-multiplier.ts'
import { describeVectorIndex } from '../contracts/vector-index.ts'
import { randomUnitVectors } from '../node/random-unit-vectors.ts'
import { buildKernelIndex } from './kernel-index.ts'

const kernel = async () => openKernel(await loadKernelModule())

async function loadPieces(): Promise<WordPieces> {
  const readJson = async (name: string) => JSON.parse(await readFile(join(DEFAULT_MODEL, name), 'utf8'))
  return openWordPieces(await readJson('tokenizer.json'), await readJson('tokenizer_config.json'))
}

async function loadKernelEmbedder() {
  const opened = await kernel()
  const { shape, bytes } = await packModel(DEFAULT_MODEL)
  const model = opened.reserve(bytes.length)
  opened.view(model, bytes.length).set(bytes)
  const { modelHash } = await loadEmbedder(DEFAULT_MODEL)
  return createKernelEmbedder({
    modelHash,
    dimensions: shape.width,
    places: shape.places,
    pieces: await loadPieces(),
    encode: createEncoder(opened, shape, model),
  })
}

describeVectorIndex('Exact search in the kernel', {
  build: async (vectors, dimensions) => buildKernelIndex(await kernel(), vectors, dimensions),
  canBeEmpty: true,
  decimals: 2,
})
describeTokenMultiplier('The kernel', async (dimensions) => createKernelMultiplier(await kernel(), dimensions))
describeEmbedder('The kernel', loadKernelEmbedder)

test('cosines with rows of bytes are right within a thousandth, in fewer dimensions within a little more', async () => {
  for (const dimensions of [384, 50, 16, 3]) {
    const [rows, queries] = [randomUnitVectors(200, dimensions, 1), randomUnitVectors(20, dimensions, 2)]
    const index = await buildKernelIndex(await kernel(), rows, dimensions)
    for (const query of queries) {
      for (const { row, similarity } of await index.nearest(query, 200)) {
        const exact = dotProduct(query, rows[row] as Float32Array)
        expect(Math.abs(similarity - exact)).toBeLessThan(0.03 / Math.sqrt(dimensions))
      }
    }
  }
})

const readQuestions = (name: string): string[] =>
  readFileSync(new URL(`../evals/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ question, text }) => question ?? text)

test('vectors are those of Node: most to the last digits, the others within the rounding to bytes', async () => {
  const [mine, theirs] = [await loadKernelEmbedder(), await loadEmbedder(DEFAULT_MODEL)]
  const texts = [...readQuestions('dev'), 'The tumour was large, the pain was not. '.repeat(12), '']
  const [one, other] = [await mine.embed(texts), await theirs.embed(texts)]
  const cosines = one.map((vector, at) =>
    vector.reduce((sum, value, i) => sum + value * ((other[at] as Float32Array)[i] as number), 0),
  )
  cosines.sort((a, b) => a - b)
  // A last digit may tip a number to the next byte, and all bytes after it differ: as far as 8 bits are from 32.
  expect(cosines[0]).toBeGreaterThan(0.99)
  expect(cosines[texts.length >> 1]).toBeGreaterThan(0.99999)
})

describe('word-pieces are those of transformers.js', () => {
  let mine: WordPieces
  let theirs: (text: string) => number[]
  beforeAll(async () => {
    // The embedder points the library at the folder of the models.
    await loadEmbedder(DEFAULT_MODEL)
    const tokenizer = await AutoTokenizer.from_pretrained('all-MiniLM-L6-v2')
    theirs = (text) => Array.from(tokenizer(text).input_ids.data, Number)
    mine = await loadPieces()
  })
  const differing = (texts: readonly string[]) =>
    texts.filter((text) => mine.read(text, 1e6).join() !== theirs(text).join())

  test('for everything that the project asks, in all its languages', () => {
    const sets = ['dev', 'tune', 'safety-tune', 'languages'].flatMap(readQuestions)
    const texts = [...sets, ...WORDINGS.map(({ text }) => text)]
    expect(texts.length).toBeGreaterThan(3_000)
    expect(differing(texts)).toEqual([])
  })

  test('for random characters of all planes', () => {
    let state = 1
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
    const planes = [0x80, 0x300, 0x3000, 0x10000, 0x110000]
    const character = () => String.fromCodePoint(Math.floor(random() * (planes[Math.floor(random() * 5)] as number)))
    const texts = Array.from({ length: 3_000 }, () =>
      Array.from({ length: 1 + Math.floor(random() * 40) }, character).join(''),
    )
    expect(differing(texts)).toEqual([])
  })

  test('for special tokens, accents, ligatures, long words and nothing', () => {
    const texts = [
      '[CLS] a [MASK]b [SEP] [PAD]',
      '[cls]',
      'İ ẞ ﬁ e\u0301 é',
      'x'.repeat(101),
      '',
      ' \u0000\ufffd ',
      '中a文',
    ]
    expect(differing(texts)).toEqual([])
  })

  test('a text that is too long keeps its end token', () => {
    const ids = mine.read('pain '.repeat(300), 256)
    expect(ids).toHaveLength(256)
    expect(ids.at(-1)).toBe(mine.read('pain', 256).at(-1))
  })
})
