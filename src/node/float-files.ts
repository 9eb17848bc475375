import { readFile } from 'node:fs/promises'

/** Files of numbers are little-endian, as in memory on every machine that Node.js runs on. */
export async function readFloats(file: string): Promise<Float32Array> {
  return new Float32Array(await readBuffer(file))
}

export async function readIntegers(file: string): Promise<Uint32Array> {
  return new Uint32Array(await readBuffer(file))
}

/** A buffer of its own: a small file otherwise shares one, at an offset that numbers can't stand at. */
async function readBuffer(file: string): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(file)).buffer
}
