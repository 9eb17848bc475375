/** Bytes of a slab. */
const SIZE = 2 ** 22

/**
 * Hands out pieces of large buffers, each at a place where numbers of four bytes can stand: ten thousands of small
 * buffers of their own keep the garbage collector busy for longer than they take to fill.
 */
export function createSlab(): (length: number) => Uint8Array {
  let slab = new ArrayBuffer(0)
  let used = 0
  return (length) => {
    if (used + length > slab.byteLength) {
      slab = new ArrayBuffer(Math.max(SIZE, length))
      used = 0
    }
    const piece = new Uint8Array(slab, used, length)
    used = (used + length + 3) & ~3
    return piece
  }
}
