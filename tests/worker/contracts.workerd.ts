import { env } from 'cloudflare:workers'
import kernelModule from '../../dist/worker/kernel.wasm'
import { createExactIndex } from '../../src/core/retrieval/exact-index.ts'
import { plainMultiplier } from '../../src/core/retrieval/plain-multiplier.ts'
import { openBundle } from '../../src/worker/bundle.ts'
import { openKernel } from '../../src/worker/kernel.ts'
import { createKernelMultiplier } from '../../src/worker/multiplier.ts'
import { loadEmbedder } from '../../src/worker/open-engine.ts'
import { describeEmbedder } from '../contracts/embedder.ts'
import { describeTokenMultiplier } from '../contracts/token-multiplier.ts'
import { describeVectorIndex } from '../contracts/vector-index.ts'
import { buildKernelIndex, toFlat } from './kernel-index.ts'

describeVectorIndex('Exact search in workerd', {
  build: async (vectors, dimensions) => createExactIndex(toFlat(vectors), dimensions),
  canBeEmpty: true,
})

describeVectorIndex('Exact search in the kernel, in workerd', {
  build: async (vectors, dimensions) => buildKernelIndex(await openKernel(kernelModule), vectors, dimensions),
  canBeEmpty: true,
  decimals: 2,
})

describeTokenMultiplier('Plain JavaScript in workerd', async () => plainMultiplier)

describeTokenMultiplier('The kernel in workerd', async (dimensions) =>
  createKernelMultiplier(await openKernel(kernelModule), dimensions),
)

describeEmbedder('The kernel with the assets of the Worker, in workerd', async () =>
  loadEmbedder(await openBundle(env.ASSETS), await openKernel(kernelModule)),
)
