import type { VectorIndex } from '../../src/core/ports.ts'
import { packVectors } from '../../src/core/retrieval/token-vectors.ts'
import type { Kernel } from '../../src/worker/kernel.ts'
import { copyRows, createKernelIndex } from '../../src/worker/kernel-index.ts'

export const toFlat = (vectors: readonly Float32Array[]): Float32Array =>
  Float32Array.from(vectors.flatMap((vector) => [...vector]))

export function buildKernelIndex(
  kernel: Kernel,
  vectors: readonly Float32Array[],
  dimensions: number,
): Promise<VectorIndex> {
  const packed = packVectors(toFlat(vectors), dimensions)
  return createKernelIndex(kernel, vectors.length, dimensions, async (target) => copyRows(packed, target))
}
