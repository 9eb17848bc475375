import type { VectorIndex } from '../core/ports.ts'
import { createScan } from '../core/retrieval/exact-index.ts'
import type { PackedVectors } from '../core/retrieval/token-vectors.ts'
import type { Kernel } from './kernel.ts'

/** The largest number of a query, in the kernel's integers: finer than the bytes that it is multiplied with. */
const MAX_QUERY = 8191

/** Where the kernel reads rows, to be filled. */
export interface RowTarget {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly scales: Uint8Array<ArrayBuffer>
}

/**
 * A search that compares with every row, in the kernel. Rows are bytes there, a quarter of float32, and cosines right
 * within a thousandth.
 * @param fill writes packed rows (`PackedVectors`)
 */
export async function createKernelIndex(
  kernel: Kernel,
  size: number,
  dimensions: number,
  fill: (target: RowTarget) => Promise<void>,
): Promise<VectorIndex> {
  const vectors = kernel.reserve(size * dimensions)
  const scales = kernel.reserve(size * 4)
  const given = kernel.reserve(dimensions * 2)
  const products = kernel.reserve(size * 4)
  await fill({ bytes: kernel.view(vectors, size * dimensions), scales: kernel.view(scales, size * 4) })
  return createScan(size, dimensions, (query) => {
    const factor = query.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MAX_QUERY || 1
    new Int16Array(kernel.memory.buffer, given, dimensions).set(query.map((value) => Math.round(value / factor)))
    kernel.compare(vectors, scales, given, factor, size, dimensions, products)
    return new Float32Array(kernel.memory.buffer, products, size)
  })
}

/** Puts rows that are in memory where the kernel reads them. */
export function copyRows({ bytes, scales }: PackedVectors, target: RowTarget): void {
  target.bytes.set(bytes)
  target.scales.set(new Uint8Array(scales.buffer, scales.byteOffset, scales.byteLength))
}
