import { roundUp } from '../core/retrieval/pack-matrix.ts'

/** What src/worker/kernel/index.ts exports; every argument but counts, scales and epsilon is an address. */
interface KernelExports {
  readonly memory: WebAssembly.Memory
  firstFree(): number
  quantise(values: number, count: number, integers: number): number
  widen(bytes: number, count: number, integers: number): void
  multiply(integers: number, weights: number, products: number, rows: number, inner: number, columns: number): void
  finish(products: number, rows: number, columns: number, scale: number, scales: number, biases: number): void
  compare(
    vectors: number,
    scales: number,
    query: number,
    factor: number,
    count: number,
    width: number,
    products: number,
  ): void
  lookUp(
    ids: number,
    count: number,
    width: number,
    words: number,
    scales: number,
    places: number,
    segment: number,
    states: number,
  ): void
  normalise(
    states: number,
    others: number,
    count: number,
    width: number,
    gains: number,
    biases: number,
    epsilon: number,
  ): void
  attend(
    queries: number,
    keys: number,
    values: number,
    scores: number,
    mixed: number,
    count: number,
    width: number,
  ): void
  gelu(values: number, count: number): void
}

/** src/worker/kernel, compiled beforehand: a Worker compiles none. */
export type CompiledKernel = WebAssembly.Module

/** The arithmetic, and the memory that it works in. */
export interface Kernel extends KernelExports {
  /** The address of so many bytes that nobody else gets. Views made before may be detached by it. */
  reserve(bytes: number): number
  view(address: number, bytes: number): Uint8Array<ArrayBuffer>
}

const PAGE = 65_536

export async function openKernel(module: CompiledKernel): Promise<Kernel> {
  const instance = await WebAssembly.instantiate(module, {})
  // The compiler's own list of exports says less than the types above; tests call each of them.
  const kernel = instance.exports as unknown as KernelExports
  let free = kernel.firstFree()
  return {
    ...kernel,
    reserve(bytes) {
      const address = free
      free = roundUp(free + bytes, 16)
      const missing = free - kernel.memory.buffer.byteLength
      if (missing > 0) kernel.memory.grow(Math.ceil(missing / PAGE))
      return address
    },
    view: (address, bytes) => new Uint8Array(kernel.memory.buffer, address, bytes),
  }
}
