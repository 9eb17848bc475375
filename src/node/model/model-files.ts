import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupError } from '../setup-error.ts'

/** What a model folder holds, in the shape of those on Hugging Face. */
export const MODEL_FILES = ['onnx/model.onnx', 'tokenizer.json', 'tokenizer_config.json', 'config.json'] as const

/** Beside them, one line a file as `sha256sum` writes it, so that `sha256sum --check` verifies a folder too. */
export const CHECKSUMS = 'SHA256SUMS'

export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/**
 * Checks every file of a model folder against its SHA256SUMS.
 * @returns the model's identity: the sha256 of SHA256SUMS
 * @throws SetupError naming the first missing or altered file
 */
export async function verifyModel(folder: string): Promise<string> {
  const checksums = await readModelFile(folder, CHECKSUMS)
  const expected = new Map(
    checksums
      .toString()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  )
  for (const name of MODEL_FILES) {
    const actual = sha256(await readModelFile(folder, name))
    if (actual !== expected.get(name)) {
      const mend = 'Delete the folder and run `npm run model`, or set QUOTEWELL_MODEL to a whole model folder.'
      throw new SetupError(`The model file ${join(folder, name)} is not the one that was built. ${mend}`)
    }
  }
  return sha256(checksums)
}

async function readModelFile(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, name))
  } catch {
    const mend = 'Run `npm run model`, or set QUOTEWELL_MODEL to a whole model folder.'
    throw new SetupError(`The model file ${join(folder, name)} is missing. ${mend}`)
  }
}
