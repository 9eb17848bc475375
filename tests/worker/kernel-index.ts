import type { VectorIndex } from '../../src/core/ports.ts'
import type { Kernel } from '../../src/worker/kernel.ts'
import { createKernelIndex } from '../../src/worker/kernel-index.ts'

export const toFlat = (vectors: readonly Float32Array[]): Float32Array =>
  Float32Array.from(vectors.flatMap((vector) => [...vector]))

export function buildKernelIndex(
  kernel: Kernel,
  vectors: readonly Float32Array[],
  dimensions: number,
): Promise<VectorIndex> {
  const flat = toFlat(vectors)
  return createKernelIndex(kernel, vectors.length, dimensions, async (target) =>
    target.set(new Uint8Array(flat.buffer)),
  )
}
