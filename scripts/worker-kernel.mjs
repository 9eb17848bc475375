import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Compiled as a Worker gets it, for tests in Node.js. */
export const loadKernelModule = async () => WebAssembly.compile(await compileKernel())

/** src/worker/kernel (AssemblyScript) as WebAssembly. @throws Error with the compiler's messages */
async function compileKernel() {
  const options = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--baseDir', root]
  let bytes
  const { error, stderr } = await asc.main(['src/worker/kernel/index.ts', ...options, '-o', 'kernel.wasm'], {
    writeFile: (_, content) => {
      bytes = content
    },
  })
  if (error) throw new Error(`${error.message}\n${stderr}`)
  return bytes
}

/** Writes it to dist/worker/kernel.wasm. */
export async function buildKernel() {
  mkdirSync(`${root}/dist/worker`, { recursive: true })
  writeFileSync(`${root}/dist/worker/kernel.wasm`, await compileKernel())
}
