import { createEngine, type EngineParts } from '../core/answer/engine.ts'
import type { Engine } from '../core/answer/reply.ts'
import type { Embedder } from '../core/ports.ts'
import { readCorpus } from './corpus-files.ts'
import { IndexError } from './index-error.ts'
import { type LoadedIndex, loadIndex } from './index-store.ts'
import { ingest } from './ingest.ts'
import { ensureModel } from './model/ensure-model.ts'
import { createOnnxMultiplier } from './onnx-multiplier.ts'
import { withAllCores } from './parallel-embedder.ts'
import type { Progress } from './progress.ts'
import type { Settings } from './settings.ts'
import { loadEmbedder } from './transformers-embedder.ts'
import { loadWordingVectors } from './wording-vectors.ts'

export type Folders = Pick<Settings, 'corpus' | 'index' | 'model'>

/**
 * All that an answer needs, from files: the model and the index are built where they are missing, stale or torn.
 * @throws SetupError, CorpusFaults: each message is for the person at the terminal
 */
export async function openEngine(folders: Folders, progress: Progress): Promise<Engine> {
  return createEngine(await openParts(folders, progress))
}

/** What the engine is made of, and the index that it comes from. @throws as `openEngine` */
export async function openParts(
  { corpus, index, model }: Folders,
  progress: Progress,
): Promise<LoadedIndex & Omit<Required<EngineParts>, 'now'>> {
  const embedder = await loadEmbedder(model, await ensureModel(model, progress))
  const loaded = await loadOrBuild({ corpus, index, model }, embedder, progress)
  const multiplier = await createOnnxMultiplier(embedder.dimensions)
  const wordings = await loadWordingVectors(embedder, progress)
  return { ...loaded, embedder, multiplier, wordings }
}

async function loadOrBuild(folders: Folders, embedder: Embedder, progress: Progress): Promise<LoadedIndex> {
  const { index, model } = folders
  const corpus = await readCorpus(folders.corpus)
  const expected = { modelHash: embedder.modelHash, corpusHash: corpus.hash }
  try {
    return await loadIndex(index, expected)
  } catch (error) {
    if (!(error instanceof IndexError) || error.fault === 'foreign') throw error
    await withAllCores(embedder, model, (parallel) => ingest(corpus, index, parallel, progress))
    return loadIndex(index, expected)
  }
}
