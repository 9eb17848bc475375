import type { VectorIndex } from '../core/ports.ts'
import { createScan } from '../core/retrieval/exact-index.ts'
import type { Kernel } from './kernel.ts'

/**
 * Exact search in the kernel.
 * @param fill writes `size * dimensions` float32 to where the kernel reads them
 */
export async function createKernelIndex(
  kernel: Kernel,
  size: number,
  dimensions: number,
  fill: (target: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<VectorIndex> {
  const vectors = kernel.reserve(size * dimensions * 4)
  const given = kernel.reserve(dimensions * 4)
  const products = kernel.reserve(size * 4)
  await fill(kernel.view(vectors, size * dimensions * 4))
  return createScan(size, dimensions, (query) => {
    new Float32Array(kernel.memory.buffer, given, dimensions).set(query)
    kernel.compare(vectors, given, size, dimensions, products)
    return new Float32Array(kernel.memory.buffer, products, size)
  })
}
