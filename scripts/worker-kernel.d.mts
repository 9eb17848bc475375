import type { CompiledKernel } from '../src/worker/kernel.ts'

export function loadKernelModule(): Promise<CompiledKernel>
