import type { EmbedAll } from '../../core/check/check.ts'
import { openOlder } from '../index-store.ts'
import { findOlder, type KnownTexts } from '../known-texts.ts'
import { ensureModel } from '../model/ensure-model.ts'
import { verifyModel } from '../model/model-files.ts'
import type { Folders } from '../open-engine.ts'
import { withAllCores } from '../parallel-embedder.ts'
import type { Progress } from '../progress.ts'
import { loadEmbedder } from '../transformers-embedder.ts'

const BATCH = 128

/** Takes vectors from the index where it holds them; the model embeds the rest. */
export function createEmbedAll({ index, model }: Folders, progress: Progress): EmbedAll {
  return async (texts) => {
    if (texts.length === 0) return []
    await ensureModel(model, progress)
    const vectors = new Map<string, Float32Array>()
    await takeKnown(index, await verifyModel(model), texts, vectors)
    const missing = [...new Set(texts)].filter((text) => !vectors.has(text))
    if (missing.length > 0) await embed(missing, model, progress, vectors)
    return texts.map((text) => vectors.get(text) as Float32Array)
  }
}

async function takeKnown(
  index: string,
  modelHash: string,
  texts: readonly string[],
  vectors: Map<string, Float32Array>,
): Promise<void> {
  const older = await openOlder(index, modelHash)
  if (!older) return
  const known: KnownTexts = findOlder(older)
  for (const text of texts) {
    const vector = known.vector(text)
    if (vector) vectors.set(text, vector)
  }
  older.tokens.close()
}

async function embed(
  texts: readonly string[],
  model: string,
  progress: Progress,
  vectors: Map<string, Float32Array>,
): Promise<void> {
  await withAllCores(await loadEmbedder(model), model, async (embedder) => {
    progress.report('Embedding', 0, texts.length)
    for (let from = 0; from < texts.length; from += BATCH) {
      const batch = texts.slice(from, from + BATCH)
      const made = await embedder.embed(batch)
      batch.forEach((text, at) => void vectors.set(text, made[at] as Float32Array))
      progress.report('Embedding', Math.min(from + BATCH, texts.length), texts.length)
    }
  })
}
