import { open } from 'node:fs/promises'

/** Files of numbers are little-endian, as in memory on every machine that Node.js runs on. */
export async function readFloats(file: string): Promise<Float32Array> {
  return new Float32Array(await readBuffer(file))
}

export async function readIntegers(file: string): Promise<Uint32Array> {
  return new Uint32Array(await readBuffer(file))
}

/** A buffer of its own: `readFile` gives a small file a share of one, at an offset that numbers can't stand at. */
async function readBuffer(file: string): Promise<ArrayBuffer> {
  const handle = await open(file)
  try {
    const bytes = new Uint8Array((await handle.stat()).size)
    for (let done = 0; done < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, done, bytes.length - done)
      if (bytesRead === 0) throw new Error(`${file} ends too early.`)
      done += bytesRead
    }
    return bytes.buffer
  } finally {
    await handle.close()
  }
}
