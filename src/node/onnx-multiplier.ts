import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import onnxruntime from 'onnxruntime-node'
import type { TokenMultiplier } from '../core/ports.ts'
import { ZERO_BYTE } from '../core/retrieval/token-vectors.ts'
import { createGraphBuilder } from './model/onnx-graph.ts'

const { InferenceSession, Tensor } = onnxruntime

/**
 * Multiplies on onnxruntime's integer matrix product: 100 times as fast as plain JavaScript, which takes longer for 50
 * candidates than the model for the question.
 */
export async function createOnnxMultiplier(dimensions: number): Promise<TokenMultiplier> {
  const graph = createGraphBuilder()
  graph.apply('MatMulInteger', ['stored', 'query', graph.byte(ZERO_BYTE)], {}, 'products')
  const bytes = graph.encode(
    'multiply',
    [
      { name: 'stored', type: 'UINT8', shape: ['tokens', dimensions] },
      { name: 'query', type: 'INT8', shape: [dimensions, 'width'] },
    ],
    [{ name: 'products', type: 'INT32', shape: ['tokens', 'width'] }],
  )
  const session = await openWithOneThread(bytes)
  return {
    async multiply(stored, query) {
      const { products } = await session.run({
        stored: new Tensor('uint8', stored, [stored.length / dimensions, dimensions]),
        query: new Tensor('int8', query, [dimensions, query.length / dimensions]),
      })
      return products?.data as Int32Array
    },
  }
}

/**
 * A second thread would spin for longer than the product takes. onnxruntime-node 1.14 reads no options beside bytes, so
 * they go through a file.
 */
async function openWithOneThread(bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'quotewell-'))
  try {
    const file = join(folder, 'multiply.onnx')
    await writeFile(file, bytes)
    return await InferenceSession.create(file, { intraOpNumThreads: 1, interOpNumThreads: 1 })
  } finally {
    await rm(folder, { recursive: true })
  }
}
