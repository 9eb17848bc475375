/** What the tests use of the modules that workerd has built in. */
declare module 'cloudflare:workers' {
  interface Fetcher {
    fetch(input: string | Request, init?: RequestInit): Promise<Response>
  }
  export const env: { readonly ASSETS: Fetcher; readonly OUTBOUND: Fetcher }
  export const exports: { readonly default: Fetcher }
}

declare module '*/kernel.wasm' {
  import type { CompiledKernel } from '../../src/worker/kernel.ts'

  const module: CompiledKernel
  export default module
}
