import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Compiles src/worker/kernel (AssemblyScript) to dist/worker/kernel.wasm.
 * @throws Error with the compiler's messages
 */
export async function buildKernel() {
  mkdirSync(`${root}/dist/worker`, { recursive: true })
  const options = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--baseDir', root]
  const { error, stderr } = await asc.main(['src/worker/kernel/index.ts', ...options, '-o', 'dist/worker/kernel.wasm'])
  if (error) throw new Error(`${error.message}\n${stderr}`)
}
