import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Embedder } from '../core/ports.ts'
import { WORDINGS } from '../core/safety/wordings.ts'
import { readFloats } from './float-files.ts'
import { sha256 } from './model/model-files.ts'
import { DEFAULT_MODEL } from './paths.ts'
import type { Progress } from './progress.ts'

const FOLDER = join(dirname(DEFAULT_MODEL), 'wordings')
/** Texts between two reports of progress. */
const CHUNK = 128

/**
 * Unit vectors of the safety wordings, one after the other. They depend on the model alone, so they are kept beside the
 * models, and embedded again only when the model or the wordings change. A folder that can't be written costs that time
 * at each start.
 */
export async function loadWordingVectors(embedder: Embedder, progress: Progress): Promise<Float32Array> {
  const identity = sha256(JSON.stringify([embedder.modelHash, WORDINGS.map(({ text }) => text)])).slice(0, 16)
  const file = join(FOLDER, `${identity}.f32`)
  const size = WORDINGS.length * embedder.dimensions
  const kept = await readFloats(file).catch(() => null)
  if (kept?.length === size) return kept
  const vectors = await embedAll(embedder, progress)
  try {
    await mkdir(FOLDER, { recursive: true })
    await writeFile(`${file}.${process.pid}`, vectors)
    await rename(`${file}.${process.pid}`, file)
  } catch {
    // Read-only models are fine.
  }
  return vectors
}

async function embedAll(embedder: Embedder, progress: Progress): Promise<Float32Array> {
  const vectors = new Float32Array(WORDINGS.length * embedder.dimensions)
  for (let from = 0; from < WORDINGS.length; from += CHUNK) {
    progress.report('Embedding safety wordings', from, WORDINGS.length)
    const texts = WORDINGS.slice(from, from + CHUNK).map(({ text }) => text)
    for (const [at, vector] of (await embedder.embed(texts)).entries()) {
      vectors.set(vector, (from + at) * embedder.dimensions)
    }
  }
  progress.report('Embedding safety wordings', WORDINGS.length, WORDINGS.length)
  return vectors
}
