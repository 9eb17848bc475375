import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TokenVectors } from '../core/retrieval/token-vectors.ts'

/** Little-endian, as in memory on every machine that Node.js runs on. */
const FILE = { bytes: 'bytes.u8', scales: 'scales.f32', starts: 'starts.u32', frequencies: 'frequencies.u32' } as const

export const TOKEN_FILES = Object.values(FILE)

export async function writeTokens(folder: string, tokens: TokenVectors): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [part, name] of Object.entries(FILE))
    await writeFile(join(folder, name), tokens[part as keyof typeof FILE])
}

export async function readTokens(folder: string, dimensions: number): Promise<TokenVectors> {
  const read = (name: string) => readBuffer(join(folder, name))
  return {
    dimensions,
    bytes: new Uint8Array(await read(FILE.bytes)),
    scales: new Float32Array(await read(FILE.scales)),
    starts: new Uint32Array(await read(FILE.starts)),
    frequencies: new Uint32Array(await read(FILE.frequencies)),
  }
}

export async function readFloats(file: string): Promise<Float32Array> {
  return new Float32Array(await readBuffer(file))
}

/** A buffer of its own: a small file otherwise shares one, at an offset that numbers can't stand at. */
async function readBuffer(file: string): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(file)).buffer
}
